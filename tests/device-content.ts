import type { DeviceContent } from '../src/core/backup/backup-file'
import { nextRecord, textHash } from '../src/core/chain'
import type { Given } from '../src/core/class/kept'
import { addDays } from '../src/core/day'
import {
  CHANNELS,
  CONTACT_STATES,
  OUTCOMES,
  type Attempt,
  type Contact,
} from '../src/core/notebook'
import type { Plan } from '../src/core/plan'
import type { Rating } from '../src/core/rating'
import type { CardAnswer } from '../src/core/review'
import type { Run, RunRecord } from '../src/core/run'

const DAY = 86_400_000
const START = Date.UTC(2026, 8, 1, 8)
const NAMES = ['Boulangerie Élan', 'Garage Martin', 'CFA des Métiers', 'Salon « Chez Awa »']
const NOTE = 'Vu au forum. Demander Mme Perrin, « le matin ».\nApporter le CV & la lettre 🙂'

/** How much a made-up device holds. */
interface Sizes {
  runs: number
  /** Records of each run. */
  records: number
  contacts: number
  /** Letters of each pasted advert. */
  advert?: number
}

/**
 * What a device might hold, the same each time: ended runs of one module and cards of the notebook, with at least
 * a row in every table.
 * @param pack the text of the module's pack
 * @param endings the last step of each run, in turn
 */
export function deviceContent(
  pack: string,
  { runs, records, contacts, advert = 200 }: Sizes,
  endings: readonly string[] = ['end'],
): DeviceContent<object> {
  const { scenario } = JSON.parse(pack) as { scenario: { id: string; version: string } }
  const text = { hash: textHash(pack), scenario: scenario.id, text: pack }
  const played = Array.from({ length: runs }, (_, index) => {
    const at = START + index * DAY
    const run: Run = {
      id: `${hex(index)}0`,
      scenario: scenario.id,
      version: scenario.version,
      text: text.hash,
      level: 'n1',
      variant: 'v1',
      seed: index,
      startedAt: at,
      endedAt: at + records * 1000,
      ending: endings[index % endings.length] ?? '',
    }
    const chain: RunRecord[] = []
    for (let seq = 0; seq < records; seq++) {
      const made = { step: `d${seq}`, pick: 'bonjour', ...(seq % 7 ? {} : { text: 'J’aime ça.' }) }
      chain.push(nextRecord(run, chain.at(-1), made, at + seq * 1000))
    }
    return { run, chain }
  })
  const cards = Array.from({ length: contacts }, (_, index) => contactOf(index, advert))
  return {
    epoch: 1,
    settings: { theme: 'dark', sound: true },
    tables: {
      ...classTables(scenario),
      attempts: cards.map((card, index) => attemptOf(card, index)),
      cardAnswers: Array.from({ length: 5 }, (_, index): CardAnswer => {
        return { card: `${scenario.id}/c${index}`, on: '2026-11-24', known: index % 2 > 0 }
      }),
      contacts: cards,
      drafts: [{ key: 'search', value: SEARCH }],
      keptTrades: [{ rome: 'D1102', label: 'Boulanger', interests: [3], riasec: ['R'], at: START }],
      plans: [planOf(scenario.id)],
      quarantine: [{ at: START, reason: 'chain', rows: [{ run: 'lost', seq: 4 }] }],
      ratings: [ratingOf(scenario.id)],
      records: played.flatMap(({ chain }) => chain),
      runs: played.map(({ run }) => run),
      searches: [{ name: 'jobs', search: SEARCH, at: START, favourite: true, waiting: false }],
      sheetWords: [{ scenario: scenario.id, words: { 'blank:nom': 'Inès' }, changedAt: START }],
      texts: [text],
    },
  }
}

function planOf(scenario: string): Plan {
  return {
    id: '3'.repeat(32),
    scenario,
    if: 'mercredi, à 15 h',
    then: 'j’appelle le CFA',
    on: { day: '2026-11-25', time: '15:00', zone: 'Europe/Paris', alarm: 15 },
    sequence: 1,
    createdAt: START,
    changedAt: START + 1,
  }
}

function ratingOf(scenario: string): Rating {
  const answers = { confidence: { appeler: 4 }, nerves: 7, situations: { s_patron: 'a' } }
  return { id: '4'.repeat(32), scenario, moment: 'before', at: START, ...answers }
}

/** A class of one pupil, who is this very device. */
function classTables({ id: module, version }: { id: string; version: string }) {
  const [id, member, one] = ['5'.repeat(32), '6'.repeat(10), '7'.repeat(12)]
  const scene = { module, level: 'n1', variant: 'v1', seed: 1 }
  const assignment: Given['assignment'] = {
    id: one,
    title: 'Appeler un CFA',
    word: 'Bonne route.',
    modules: [{ module, variants: [] }],
    stepBack: true,
  }
  const run = { ...scene, version, attempt: 1, startedAt: START, moves: [], ending: 'end' }
  const result = { assignment: one, member, name: 'Lynx 12', sentAt: START, plays: { [module]: 1 } }
  return {
    accepted: [{ id: one, assignment, acceptedAt: START, member, name: 'Lynx 12' }],
    classes: [{ id, name: '2de pro Cuisine', createdAt: START, eraseOn: '2027-07-31' }],
    given: [{ id: one, class: id, at: START, assignment }],
    results: [
      { assignment: one, member, class: id, receivedAt: START, result: { ...result, runs: [run] } },
    ],
    sealKeys: [{ publicKey: '8'.repeat(64), seed: '9'.repeat(32), createdAt: START }],
    together: [{ id, class: id, ...scene, at: START, moves: [] }],
  }
}

const SEARCH = {
  kind: 'jobs',
  trade: { rome: 'D1102', label: 'Boulanger' },
  place: { code: '59512', name: 'Roubaix', latitude: 50.69, longitude: 3.17 },
  radius: 30,
  levels: [3],
  handi: false,
  urgent: false,
  simple: false,
}

function contactOf(index: number, advert: number): Contact {
  const day = addDays('2026-09-01', index % 90)
  return {
    id: `${hex(index)}1`,
    kind: index % 4 === 2 ? 'cfa' : 'firm',
    name: `${NAMES[index % NAMES.length]} ${index}`,
    state: CONTACT_STATES[index % CONTACT_STATES.length] ?? 'todo',
    channel: CHANNELS[index % CHANNELS.length] ?? 'phone',
    person: 'Mme Perrin',
    reach: `06 ${String(index).padStart(8, '0')}`,
    contactedOn: day,
    ...(index % 3 ? { next: 'Relancer', nextOn: addDays(day, 7) } : {}),
    note: NOTE,
    advert: 'Recherche apprenti cuisine, sérieux et motivé. '
      .repeat(advert / 47 + 1)
      .slice(0, advert),
    createdAt: START + index,
    changedAt: START + index * 1000,
  }
}

function attemptOf({ id, contactedOn = '' }: Contact, index: number): Attempt {
  const outcome = OUTCOMES[index % OUTCOMES.length] ?? 'reached'
  return {
    id: `${hex(index)}2`,
    about: `contact/${id}`,
    on: contactedOn,
    at: START + index,
    outcome,
  }
}

function hex(index: number): string {
  return index.toString(16).padStart(31, '0')
}
