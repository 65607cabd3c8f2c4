import type { Material } from './material'
import type { Detail, Row } from './row'

/** A cue given by a colour, a place on the screen or a picture: lost to the ear. */
const CUE =
  /(?<!\p{L})(?:en|bouton|case|texte) (?:rouge|vert|verte|bleu|bleue|orange|jaune)(?!\p{L})|ci-(?:dessous|dessus|contre)|à (?:droite|gauche) de l['’]écran|\p{Extended_Pictographic}/iu

/**
 * A1: what a reader by ear needs: a language, a question or a line before every gesture, three worded levels a gauge,
 * no cue by colour, place or emoji. Moods have their words in the app; every step is text, so it can be spoken.
 */
export function access({ scenario, texts, read }: Material): Row {
  const details: Detail[] = []
  scenario.steps.forEach((step, i) => {
    if (step.kind === 'decision' && !step.lines.length && !step.prompt)
      details.push({ code: 'no-question', path: `steps[${i}]`, params: { id: step.id } })
  })
  scenario.meters.forEach((meter, i) => {
    if (meter.kind === 'gauge' && meter.levels.length < 3)
      details.push({ code: 'few-levels', path: `meters[${i}]`, params: { id: meter.id } })
  })
  for (const { path, text } of texts) {
    const cue = CUE.exec(read(text))?.[0]
    if (cue) details.push({ code: 'cue', path, params: { cue } })
  }
  return {
    row: 'A1',
    value: `${scenario.lang} ; ${details.length}`,
    threshold: '0',
    ok: details.length === 0,
    details,
  }
}
