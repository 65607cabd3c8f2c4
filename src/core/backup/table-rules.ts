import * as v from 'valibot'
import { Accepted, Given, KeptResult, SchoolClass, SealKey, Together } from '../class/kept'
import { Plan } from '../plan'
import { Rating } from '../rating'
import { sameDay } from '../review'
import { SheetWords } from '../sheet-words'
import { canonical } from './canonical'
import {
  AttemptRow,
  CardAnswerRow,
  ContactRow,
  DraftRow,
  KeptTradeRow,
  QuarantineRow,
  RecordRow,
  RunRow,
  SearchRow,
  TextRow,
} from './shapes'

/** How the rows of one table leave the device, come in from a file, and meet those already there. */
export interface TableRule {
  /** `class`: what a teacher received from pupils; it leaves the device only when asked. */
  group: 'mine' | 'class'
  /** The row, clean and of the right shape, or undefined. */
  read: (row: unknown) => object | undefined
  /** What makes two rows the same row. */
  key: (row: unknown) => string
  /** Says whether two rows of the same key say the same. */
  isSame: (mine: unknown, theirs: unknown) => boolean
  /**
   * The row to keep when the device and the file have the same one with another content. Undefined: neither can
   * be told better, the device's stays and the learner is told.
   */
  join: (mine: unknown, theirs: unknown) => object | undefined
}

/** Tables that never leave the device, and why. */
export const STAYS: Readonly<Record<string, string>> = {
  meta: 'It speaks of this very device: its epoch, its last backup.',
  pushLists:
    'People an adviser writes to, until a day when they are erased: a copy would outlive it.',
  pushPeople: 'The same people.',
  pushMarks: 'What was sent to them.',
  pushDrafts: 'What the adviser writes to them.',
}

/** Every other table of the database. A test fails when a table of `src/data/db.ts` is in neither list. */
export const TABLE_RULES: Readonly<Record<string, TableRule>> = {
  runs: rule(RunRow, ({ id }) => id),
  records: rule(RecordRow, ({ run, seq }) => `${run}/${seq}`),
  texts: rule(TextRow, ({ hash }) => hash),
  contacts: rule(ContactRow, ({ id }) => id, newest('changedAt')),
  attempts: rule(AttemptRow, ({ id }) => id),
  cardAnswers: rule(CardAnswerRow, ({ card, on }) => `${card}/${on}`, sameDay),
  plans: rule(Plan, ({ id }) => id, newest('changedAt')),
  ratings: rule(Rating, ({ id }) => id),
  sheetWords: rule(SheetWords, ({ scenario }) => scenario, newest('changedAt')),
  searches: rule(SearchRow, ({ name }) => name, newest('at')),
  keptTrades: rule(KeptTradeRow, ({ rome }) => rome, newest('at')),
  drafts: rule(DraftRow, ({ key }) => key),
  accepted: rule(Accepted, ({ id }) => id, newest('acceptedAt')),
  classes: rule(SchoolClass, ({ id }) => id, undefined, 'class'),
  given: rule(Given, ({ id }) => id, undefined, 'class'),
  results: rule(
    KeptResult,
    ({ assignment, member }) => `${assignment}/${member}`,
    newest('receivedAt'),
    'class',
  ),
  sealKeys: rule(SealKey, ({ publicKey }) => publicKey, undefined, 'class'),
  together: rule(Together, ({ id }) => id, newest('at'), 'class'),
  // Numbered by each device on its own: the same rows have other numbers elsewhere.
  quarantine: rule(QuarantineRow, ({ at, reason, rows }) => canonical([at, reason, rows])),
}

/** Runs, their records and their texts only make sense together: `joinRuns` is their rule. */
export const RUN_TABLES = ['runs', 'records', 'texts'] as const

function rule<Row extends object>(
  shape: v.GenericSchema<unknown, Row>,
  key: (row: Row) => string,
  join: (mine: Row, theirs: Row) => Row | undefined = () => undefined,
  group: TableRule['group'] = 'mine',
): TableRule {
  const read = (row: unknown): Row | undefined => {
    const result = v.safeParse(shape, row)
    return result.success ? result.output : undefined
  }
  return {
    group,
    read,
    key: (row) => {
      const clean = read(row)
      return clean ? key(clean) : canonical(row)
    },
    isSame: (mine, theirs) => canonical(read(mine)) === canonical(read(theirs)),
    join: (mine, theirs) => {
      const [one, other] = [read(mine), read(theirs)]
      return one && other && join(one, other)
    },
  }
}

/** The row changed last; at the same moment, the one whose text comes later, so that both devices agree. */
function newest<Name extends string>(by: Name) {
  return <Row extends Record<Name, number>>(mine: Row, theirs: Row): Row => {
    if (mine[by] !== theirs[by]) return mine[by] > theirs[by] ? mine : theirs
    return canonical(mine) > canonical(theirs) ? mine : theirs
  }
}
