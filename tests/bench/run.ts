import { measureClassroom } from './classroom'
import { measureEngine } from './engine'
import { measureKept } from './kept'
import { measureOffers } from './offers'
import { measurePage } from './page'
import { measurePush } from './push'

/** `npm run bench [-- engine|page|offers|kept|classroom|push] [-- --rounds N]`: figures against the budgets of DESIGN_GOALS, on the built app. */
const [only] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 5

interface Row {
  figure: string
  values: number[]
  /** The largest (or with `least`, the smallest) median that keeps the promise. */
  budget: number
  least: boolean
  unit: string
}

const rows: Row[] = []
const row = (figure: string, values: number[], budget: number, unit = 'ms', least = false) =>
  rows.push({ figure, values, budget, unit, least })

if (!only || only === 'engine') {
  for (const { steps, load, transitions } of measureEngine([100, 1_000, 10_000], rounds)) {
    const budget = steps === 1_000 ? 120 : steps === 100 ? 30 : 1_200
    row(`parse + check + compile, ${steps} steps`, load, budget, 'CPU ms')
    row(`transitions, ${steps} steps`, transitions, 60_000, 'per CPU s', true)
  }
}

if (!only || only === 'page') {
  const { cold, warm, offline, taps, firstTaps } = await measurePage(rounds)
  row(
    'first contentful paint, cold',
    cold.map((one) => one.fcp),
    900,
  )
  row(
    'first clickable choice, cold',
    cold.map((one) => one.choice),
    1_300,
  )
  row(
    'first clickable choice, second visit',
    warm.map((one) => one.choice),
    500,
  )
  row(
    'first clickable choice, offline',
    offline.map((one) => one.choice),
    500,
  )
  row(
    'bytes before the first choice',
    cold.map((one) => one.bytes / 1_000),
    110,
    'kB',
  )
  row(
    'JavaScript before the first choice',
    cold.map((one) => one.scriptBytes / 1_000),
    75,
    'kB',
  )
  row('tap to next step, median', [percentile(taps, 0.5)], 60)
  row('tap to next step, p95', [percentile(taps, 0.95)], 150)
  row('first tap, the moment it can be made', firstTaps, 1_000)
}

if (!only || only === 'offers') {
  const offers = await measureOffers(rounds)
  row('communes, compressed', [offers.communes / 1_000], 450, 'kB')
  row('trades, compressed', [offers.trades / 1_000], 60, 'kB')
  row('offers: both lists ready, second visit', offers.ready, 3_000, 'ms')
  row('offers: first trade answered', offers.firstTrade, 50, 'ms')
  row('offers: first place answered', offers.firstPlace, 50, 'ms')
}

if (!only || only === 'kept') {
  const kept = await measureKept(rounds)
  row('backup of 1,000 runs and 2,000 cards', [kept.bytes / 1e6], 12, 'MB')
  row('the same: file chosen → what it changes', kept.preview, 4_000)
  row('the same: yes → all kept', kept.taken, 6_000)
  row('the same: longest time without an answer', kept.frozen, 2_000)
  row('the same: tap → file made', kept.saved, 4_000)
  row('home: added by 1,000 runs', kept.home, 300)
  row('review: added by 1,000 runs', kept.review, 300)
  row('debrief: added by 1,000 runs', kept.debrief, 300)
  row('notebook: added by 2,000 cards', kept.notebook, 500)
  row('notebook: a letter typed → list', kept.search, 150)
  row('notebook: another order → list', kept.sort, 150)
  row('notebook: tap → card', kept.card, 400)
}

if (!only || only === 'classroom') {
  const { codes, decoded, report } = await measureClassroom(rounds)
  row('result of 1 module, played twice, sealed: one code', codes.one, 300, 'bytes')
  row(
    `result of 5 modules, played twice, sealed: ${codes.five.length} codes`,
    codes.five,
    300,
    'bytes',
  )
  row('codes read, seventeen views', [decoded], 95, '%', true)
  for (const { results, imported, painted } of report) {
    const isClass = results <= 35
    row(`${results} results taken in`, imported, isClass ? 1_000 : 6_000, 'ms')
    row(`${results} results: report painted`, painted, isClass ? 800 : 2_000, 'ms')
  }
}

if (!only || only === 'push') {
  const push = await measurePush(rounds, 5_000)
  const whole = push.check.map((check, round) => check + (push.csv[round] ?? NaN))
  row('5,000 rows read, checked and exported as CSV', whole, 3_000, 'ms')
  row('of which read and checked', push.check, 2_500, 'ms')
  row('5,000 rows exported as XLSX', push.xlsx, 3_000, 'ms')
  row('5,000 rows exported as mbox', push.mbox, 3_000, 'ms')
  row('longest time without a frame meanwhile', push.freeze, 200, 'ms')
  row('steps of the progress bar seen', push.steps, 5, 'steps', true)
}

console.log('| figure | median | lowest – highest | budget | |')
console.log('|---|---|---|---|---|')
for (const { figure, values, budget, least, unit } of rows) {
  const median = percentile(values, 0.5)
  const kept = least ? median >= budget : median <= budget
  const spread = `${shown(Math.min(...values))} – ${shown(Math.max(...values))}`
  console.log(
    `| ${figure} (${unit}) | ${shown(median)} | ${spread} | ${least ? '≥' : '≤'} ${shown(budget)} | ${kept ? 'kept' : 'over'} |`,
  )
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)
}
