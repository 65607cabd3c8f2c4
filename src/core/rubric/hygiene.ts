import type { Material } from './material'
import type { Detail, Row } from './row'

/** Ways of writing that screen readers break, or that French typography does not have. */
const FAULTS: readonly [code: string, pattern: RegExp][] = [
  ['middle-dot', /\p{L}[·‧•⋅]\p{L}/u],
  [
    'bracket-form',
    /\p{L}\((?:e|s|es|ne|nes|se|trice|ière)\)|\p{L}\.e\.?s?(?!\p{L})|\p{L}-e-s?(?!\p{L})|\/(?:trice|euse|ère|e)(?!\p{L})/u,
  ],
  ['three-dots', /\.\.\./u],
  ['straight-quote', /"/u],
  ['no-space-before', /[\p{L}\p{N}»)][!?;](?=[\s»]|$)|\p{L}:(?=\s|$)/u],
  ['space-before', / [,.](?=\s|$)/u],
  ['guillemet-space', /«(?=[^\s\u00a0\u202f])|[^\s\u00a0\u202f]»/u],
  ['double-space', / {2}|^ | $/u],
  ['wrong-apostrophe', /[´`]/u],
  ['many-marks', /!!|\?\?/u],
]

const TU = /(?<![\p{L}-])(?:tu|te|toi|ton|ta|tes|t['’]\p{L}+)(?!\p{L})/iu
const VOUS = /(?<![\p{L}-])(?:vous|votre|vos)(?!\p{L})/iu

/** Texts of the coach, outside lines. */
const COACHING = new Set(['why', 'next', 'hint', 'notice', 'summary', 'retry', 'cause', 'plan'])

/**
 * R5: no form that breaks the reading aloud, French typography (ordinary spaces: the app makes them unbreakable),
 * and one way of address for each speaker. What stands inside « … » is another voice and is left out.
 */
export function hygiene({ texts, scenario, read }: Material): Row {
  const details: Detail[] = []
  const addressOf = new Map(scenario.cast.map(({ id, address }) => [id, address]))
  for (const { path, text: raw, part, by, step } of texts) {
    const text = read(raw)
    for (const [code, pattern] of FAULTS) {
      const found = pattern.exec(text)
      // A starter ends with the space the learner's words come after.
      if (found && !(part === 'starter' && code === 'double-space'))
        details.push({ code, path, params: { near: near(text, found.index) } })
    }
    const own = text.replace(/«[^»]*»/gu, '')
    const isCoach = by === 'coach' || by === 'narrator' || COACHING.has(part)
    const toOther =
      part === 'choice' && step && 'lines' in step
        ? step.lines.map((line) => addressOf.get(line.by)).findLast(Boolean)
        : undefined
    const asks = isCoach ? 'tu' : part === 'line' ? addressOf.get(by ?? '') : toOther
    const wrong = isCoach ? VOUS.exec(own) : asks === 'vous' ? TU.exec(own) : null
    if (wrong && !isPlural(own, wrong.index))
      details.push({
        code: isCoach ? 'coach-vous' : part === 'choice' ? 'choice-tu' : 'speaker-tu',
        path,
        params: { word: wrong[0] },
      })
  }
  return {
    row: 'R5',
    value: String(details.length),
    threshold: '0',
    ok: details.length === 0,
    details,
  }
}

/** « Vous deux », « Karim et toi, vous… » : several people. */
function isPlural(text: string, index: number): boolean {
  const around = text.slice(Math.max(0, index - 60), index + 60)
  return /vous (?:deux|trois|tous|toutes)|entre vous|(?:et|avec) toi|toi et|ensemble|tous les deux/iu.test(
    around,
  )
}

function near(text: string, index: number): string {
  return text.slice(Math.max(0, index - 12), index + 12).trim()
}
