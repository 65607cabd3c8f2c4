/** A piece of the scene as it is read aloud. */
export interface Readable {
  element: HTMLElement
  text: string
}

const PIECES = '.who, p, legend, .choice, h2, li, label, blockquote'

/**
 * What a scene shows, in the order of reading: the smallest pieces, so that the one being said can be shown. What only
 * a screen reader says, and what is drawn, is left out.
 */
export function readablePieces(scene: Element): Readable[] {
  return [...scene.querySelectorAll<HTMLElement>(PIECES)]
    .filter((element) => !element.querySelector(PIECES) && element.checkVisibility())
    .map((element) => ({ element, text: spoken(element) }))
    .filter(({ text }) => text !== '')
}

function spoken(element: Element): string {
  const texts: string[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('[aria-hidden="true"], .only-read'))
      texts.push(node.nodeValue ?? '')
  return texts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ · /g, ', ')
    .replace(/ ([,.…])/g, '$1')
    .trim()
}
