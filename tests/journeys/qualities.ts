import type { Page } from '@playwright/test'
import type { Choice } from '../../src/core/scenario'
import { tokens } from '../../src/core/text'
import { moduleOf } from '../modules'
import { choicesOf, doNext, sceneOf } from './player'

/**
 * Plays on to an ending, always the answer of one quality (the first on screen where there is none).
 * @param words answers wanted before any quality, by a part of their words
 */
export async function playAs(
  page: Page,
  module: string,
  quality: Choice['quality'],
  words: readonly string[] = [],
): Promise<void> {
  for (let gesture = 0; gesture < 200; gesture++) {
    const scene = await sceneOf(page)
    if (scene === 'ending') return
    const shown = scene === 'decision' ? await choicesOf(page).allInnerTexts() : []
    const isWanted = (text: string) => words.some((part) => text.includes(part))
    const wanted = shown.findIndex(isWanted)
    await doNext(
      page,
      Math.max(
        0,
        wanted < 0 ? shown.findIndex((text) => isOfQuality(module, quality, text)) : wanted,
      ),
    )
  }
  throw new Error('No ending after 200 gestures.')
}

/** Whether words on the screen are those of a choice of one quality. */
export function isOfQuality(module: string, quality: Choice['quality'], text: string): boolean {
  return moduleOf(module).steps.some(
    (step) =>
      step.kind === 'decision' &&
      step.choices.some((choice) => choice.quality === quality && shapeOf(choice.text).test(text)),
  )
}

/** What a text of a module looks like once it is filled. */
function shapeOf(text: string): RegExp {
  const shape = tokens(text)
    .map((token) => (token.kind === 'words' ? escaped(token.text) : '.*'))
    .join('')
  return new RegExp(`${shape}\\s*$`, 's')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s*')
}
