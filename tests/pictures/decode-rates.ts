import { hexToBytes } from '@noble/hashes/utils.js'
import decode from 'qr/decode.js'
import { codeLinks } from '../../src/core/class/code-links'
import { publicKeyText, resultToken } from '../../src/core/class/envelope'
import { finishedRun, games, handedIn } from '../class-play'
import { codePicture, resized, type Picture } from './code-picture'
import { views } from './views'

const PAGE = 'https://jouer.mon-lycee-des-metiers.fr/#/classe'
const key = publicKeyText(hexToBytes('11'.repeat(32)))

/** The addresses in the codes of one pupil, sealed. @param modules how many were played, twice each */
export function sealedLinks(pupil: number, modules: number): string[] {
  const runs = games
    .slice(0, modules)
    .flatMap((game, i) => [
      finishedRun(game, pupil * 10 + i, 5),
      finishedRun(game, pupil * 10 + i + 5, 99),
    ])
  const to = { key, chance: hexToBytes(`0${pupil}`.repeat(32)) }
  const token = resultToken(handedIn(runs, { name: `Renard ${pupil}` }), games, to)
  return codeLinks(PAGE, token) ?? []
}

/** How many codes of how many are read in one view; wrong ones are read as something else. */
export interface DecodeRate {
  name: string
  good: number
  wrong: number
  all: number
}

/** Shows the sealed results of eight pupils in every view: one module played twice, then two modules. */
export function decodeRates(): DecodeRate[] {
  const links = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (pupil) => sealedLinks(pupil, pupil > 4 ? 2 : 1)[0] ?? '',
  )
  return Object.entries(views).map(([name, view]) => {
    const found = links.map((link) => ({ link, text: read(codePicture(link, view)) }))
    const good = found.filter(({ link, text }) => text === link).length
    const wrong = found.filter(({ link, text }) => text !== undefined && text !== link).length
    return { name, good, wrong, all: links.length }
  })
}

/** As `src/data/scan.ts` does: the picture in its size, then a little smaller. */
function read(picture: Picture): string | undefined {
  return decoded(picture) ?? decoded(resized(picture, 0.8))
}

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
