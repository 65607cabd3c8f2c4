import { hexToBytes } from '@noble/hashes/utils.js'
import decode from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { codeLinks } from '../src/core/class/code-links'
import { publicKeyText, resultToken } from '../src/core/class/envelope'
import { finishedRun, games, handedIn } from './class-play'
import { codePicture, resized, type Picture } from './pictures/code-picture'
import { views } from './pictures/views'

const PAGE = 'https://jouer.mon-lycee-des-metiers.fr/#/classe'
const key = publicKeyText(hexToBytes('11'.repeat(32)))

/** Sealed results of eight pupils: one module played twice, then two modules played twice. */
const links = [1, 2, 3, 4, 5, 6, 7, 8].map((pupil) => {
  const some = games.slice(0, pupil > 4 ? 2 : 1)
  const runs = some.flatMap((game, i) => [
    finishedRun(game, pupil * 10 + i, 5),
    finishedRun(game, pupil * 10 + i + 5, 99),
  ])
  const to = { key, chance: hexToBytes(`0${pupil}`.repeat(32)) }
  return (
    codeLinks(PAGE, resultToken(handedIn(runs, { name: `Renard ${pupil}` }), games, to))?.[0] ?? ''
  )
})

function decoded({ width, height, grey }: Picture): string | undefined {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < grey.length; i++)
    data[i * 4] = data[i * 4 + 1] = data[i * 4 + 2] = data[i * 4 + 3] = grey[i] ?? 0
  try {
    return decode({ width, height, data })
  } catch {
    return undefined
  }
}

/** As `src/data/scan.ts` does: the picture in its size, then a little smaller. */
function read(picture: Picture): string | undefined {
  return decoded(picture) ?? decoded(resized(picture, 0.8))
}

describe('codes of results, sealed, as a webcam sees them', () => {
  const rates = Object.entries(views).map(([name, view]) => {
    const found = links.map((link) => ({ link, text: read(codePicture(link, view)) }))
    const good = found.filter(({ link, text }) => text === link).length
    const wrong = found.filter(({ link, text }) => text !== undefined && text !== link).length
    return { name, good, wrong }
  })

  it.each(rates)('$name: $good of 8 are read', ({ good, wrong }) => {
    expect(good).toBeGreaterThanOrEqual(4)
    expect(wrong).toBe(0)
  })

  it('are read at least nineteen times of twenty, all views together', () => {
    const good = rates.reduce((sum, rate) => sum + rate.good, 0)
    expect(good / (rates.length * links.length)).toBeGreaterThanOrEqual(0.95)
  })
})
