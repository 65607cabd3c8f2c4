import type { Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'

const THEMES = ['light', 'dark', 'contrast']
const SIZES = [
  { width: 320, height: 640 },
  { width: 1366, height: 768 },
]

/** What is wrong with the screen as it is now, in every theme and at both widths: axe's complaints, words cut. */
export async function wrongOn(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const theme of THEMES) {
      await page.evaluate((one) => (document.documentElement.dataset['theme'] = one), theme)
      for (const what of await violations(page)) found.push(`${theme} ${size.width} px: ${what}`)
    }
    for (const what of await unreadable(page)) found.push(`${size.width} px: ${what}`)
  }
  return found
}

/** What axe finds, one line each. The browser's debugger brings axe in: the page's policy would refuse it. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
    const { axe: inPage } = window as unknown as { axe: { run: () => Promise<AxeResults> } }
    return (await inPage.run()).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  )
}

/** What sticks out of the screen, is cut, or breaks a short word in two, so that somebody cannot read it. */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document
    const found: string[] = []
    const isOut = (element: Element) => {
      const { right, left } = element.getBoundingClientRect()
      return right > root.clientWidth + 1 || left < -1
    }
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.checkVisibility() && !element.closest('svg, .only-read, progress'),
    )

    if (root.scrollWidth > root.clientWidth)
      found.push(`the page scrolls to ${root.scrollWidth} px`)
    for (const element of shown) {
      const words = element.innerText?.trim()
      if (!words) continue
      const name = `${element.tagName} « ${words.slice(0, 30)} »`
      const isCause = isOut(element) && ![...element.children].some(isOut)
      if (isCause) found.push(`${name} goes out of the screen`)
      const { overflowX, overflowY } = getComputedStyle(element)
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name} is cut on the side`)
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`${name} is cut below`)
    }
    const range = document.createRange()
    for (const node of shown.flatMap((element) => [...element.childNodes]))
      if (node instanceof Text)
        for (const { 0: word, index } of node.data.matchAll(
          /(?<![\p{L}’'-])\p{L}{2,7}(?![\p{L}’'-])/gu,
        )) {
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          if (lines.size > 1) found.push(`« ${word} » is broken in two`)
        }
    return found.slice(0, 6)
  })
}
