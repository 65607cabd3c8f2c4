import type { DeviceContent } from '../src/core/backup/backup-file'
import { nextRecord, textHash } from '../src/core/chain'
import type { RunRecord } from '../src/core/run'
import { finishedRun, games, MORNING } from './class-play'
import { deviceContent } from './device-content'
import { packTextOf } from './pack-text'

/** A device whose every free text is one of the given ones; each has a card, a run, a plan and a class of its own. */
export function hostileDevice(texts: readonly string[]): DeviceContent<object> {
  const base = deviceContent('{"scenario":{"id":"allo-le-cfa","version":"1.0.0"}}', {
    runs: 0,
    records: 0,
    contacts: texts.length,
  })
  const one = (table: string): object => base.tables[table]?.[0] ?? {}
  const idOf = (index: number, sign: string) =>
    sign.repeat(8) + index.toString(16).padStart(24, '0')
  const searches = texts.map((text, index) => {
    const { search } = one('searches') as { search: object }
    const place = { code: '59512', name: text, latitude: 50, longitude: 3 }
    const trade = { rome: 'D1102', label: text }
    return { ...one('searches'), name: `s${index}`, search: { ...search, trade, place } }
  })
  const contacts = (base.tables['contacts'] ?? []).map((contact, index) => {
    const text = texts[index] ?? ''
    const filled = { name: text, person: text, reach: text, next: text, note: text, advert: text }
    return { ...contact, ...filled }
  })
  const classes = texts.map((text, index) => ({
    ...one('classes'),
    id: idOf(index, '5'),
    name: text,
  }))
  const assignment = (one('given') as { assignment: object }).assignment
  const givens = texts.map((text, index) => ({
    ...one('given'),
    id: String(100_000_000_000 + index),
    class: idOf(index, '5'),
    assignment: { ...assignment, id: String(100_000_000_000 + index), title: text, word: text },
  }))
  const played = texts.map((text, index) => hostileRun(text, index))
  return {
    ...base,
    tables: {
      ...base.tables,
      contacts,
      classes,
      given: givens,
      searches,
      keptTrades: texts.map((text, index) => ({
        ...one('keptTrades'),
        rome: `X${index}`,
        label: text,
      })),
      plans: texts.map((text, index) => ({
        ...one('plans'),
        id: idOf(index, '3'),
        scenario: played[index]?.run.scenario ?? '',
        if: text,
        then: text,
      })),
      accepted: texts.map((text, index) => ({
        ...one('accepted'),
        id: String(200_000_000_000 + index),
        name: text,
        assignment: { ...assignment, id: String(200_000_000_000 + index), title: text, word: text },
      })),
      sheetWords: games.map(({ scenario }, index) => ({
        scenario: scenario.id,
        words: { 'blank:nom': texts[index % texts.length] ?? '' },
        changedAt: MORNING,
      })),
      runs: played.map(({ run }) => run),
      records: played.flatMap(({ records }) => records),
      texts: played
        .map(({ text }) => text)
        .filter(({ hash }, index, all) => all.findIndex((other) => other.hash === hash) === index),
    },
  }
}

/** A finished run whose every written sentence is the text, rightly chained. */
function hostileRun(written: string, index: number) {
  const game = games[index % games.length]
  if (!game) throw new Error('There is no module.')
  const pack = packTextOf(game.scenario.id)
  const text = { hash: textHash(pack), scenario: game.scenario.id, text: pack }
  const played = finishedRun(game, index)
  const run = { ...played.run, id: `hostile${index}`, text: text.hash }
  const records: RunRecord[] = []
  for (const { step, pick, text: sentence, at } of played.records) {
    const made = sentence === undefined ? { step, pick } : { step, pick, text: written }
    records.push(nextRecord(run, records.at(-1), made, at))
  }
  return { run, records, text }
}
