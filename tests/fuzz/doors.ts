import type fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { openBackup, writeBackup } from '../../src/core/backup/backup-file'
import { planImport } from '../../src/core/backup/import-plan'
import { readPack } from '../../src/core/backup/pack-door'
import { check } from '../../src/core/check'
import { assignmentToken, readAssignment } from '../../src/core/class/assignment'
import { classFile, readClassFile } from '../../src/core/class/class-file'
import { addressOf, readResult, resultToken } from '../../src/core/class/envelope'
import { fromToken, toToken } from '../../src/core/class/token'
import { tokensIn } from '../../src/core/class/tokens-in'
import { compile } from '../../src/core/compile'
import { blocks, CODES } from '../../src/core/diagnostics'
import { parse } from '../../src/core/parse'
import { start } from '../../src/core/play'
import { readAddress } from '../../src/core/push/address'
import { readPhone } from '../../src/core/push/phone'
import { readShortPath } from '../../src/core/push/short-link'
import { readText, TableTrouble } from '../../src/data/push/read-table'
import { loadSettings, settingValues } from '../../src/data/settings'
import { finishedRun, games, handedIn } from '../class-play'
import { deviceContent } from '../device-content'
import { shippedModules } from '../modules'
import { packTextOf } from '../pack-text'
import { mutated, mutatedValue } from './mutated'

/** A place where something from outside is read. */
interface Door {
  name: string
  /** Sound inputs, changed at random. */
  input: fc.Arbitrary<string>
  /** Reads one. @returns why it is refused: each reason with its place where there is one; none when it is taken. */
  read: (text: string) => string[]
}

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const slug = shippedModules[0] ?? ''
const pack = packTextOf(slug)
const device = deviceContent(pack, { runs: 2, records: 5, contacts: 3 })
const backup = writeBackup({ app: '1.0.0', madeAt: '2026-11-23T18:00:00.000Z', content: device })
const game = games.find(({ scenario }) => scenario.id === slug)
const assignment = assignmentToken({
  id: 'a1b2c3d4e5f6',
  title: 'Appeler un CFA',
  word: 'À faire avant mardi.',
  modules: [{ module: slug, variants: [] }],
  stepBack: true,
  due: '2026-12-01',
})
const result = game ? resultToken(handedIn([finishedRun(game, 3)]), games) : ''
const wholeClass = classFile(
  {
    school: { id: '5'.repeat(32), name: '2de pro', createdAt: 1, eraseOn: '2027-07-31' },
    given: [],
    results: [],
    together: [],
  },
  [],
)

/** The list. A new parser is one entry more. */
export const DOORS: readonly Door[] = [
  {
    name: 'a module',
    input: mutated([
      file('scenarios/_gallery/scenario.json'),
      file(`scenarios/${slug}/scenario.json`),
    ]),
    read: (text) => {
      const parsed = parse(text)
      if (!parsed.ok)
        return parsed.diagnostics.map(({ code, path, params }) => {
          if (!CODES.includes(code)) throw new Error(`Unknown code ${code}`)
          return `${code} ${path} ${JSON.stringify(params)}`
        })
      const found = check(parsed.scenario)
      const blocking = found.filter(blocks)
      if (blocking.length) return blocking.map(({ code, path }) => `${code} ${path}`)
      const [level] = parsed.scenario.levels
      const [variant] = parsed.scenario.variants
      start(compile(parsed.scenario), {
        level: level?.id ?? '',
        variant: variant?.id ?? '',
        seed: 1,
      })
      return []
    },
  },
  {
    name: 'a pack',
    input: mutated([pack]),
    read: (text) => (readPack(text) ? [] : ['refused']),
  },
  {
    name: 'a backup',
    input: mutated([backup]),
    read: (text) => {
      const opened = openBackup(text, 1)
      return opened.ok ? [] : [opened.refusal]
    },
  },
  {
    name: 'a backup with hostile rows and a right hash',
    input: mutatedValue(device.tables).map((tables) => {
      const lists = Object.entries(tables).filter(([, rows]) => Array.isArray(rows))
      const content = { ...device, tables: Object.fromEntries(lists) }
      return writeBackup({ app: '1', madeAt: '2026-11-23T18:00:00.000Z', content })
    }),
    read: (text) => {
      const opened = openBackup(text, 1)
      if (!opened.ok) return [opened.refusal]
      const { runs, tables } = planImport(device, opened.backup.content)
      return [['runs', runs] as const, ...Object.entries(tables)].flatMap(([name, { refused }]) =>
        Object.entries(refused).flatMap(([why, count]) => (count ? [`${name}: ${why}`] : [])),
      )
    },
  },
  {
    name: 'the token of an assignment',
    input: mutated([assignment]),
    read: (text) =>
      troubleOf(
        readAssignment(
          text,
          games.map(({ scenario }) => scenario),
        ),
      ),
  },
  {
    name: 'an assignment with a right check code',
    input: mutated([bodyOf('assignment', assignment)]).map((body) => tokenOf('assignment', body)),
    read: (text) =>
      troubleOf(
        readAssignment(
          text,
          games.map(({ scenario }) => scenario),
        ),
      ),
  },
  {
    name: 'the token of a result',
    input: mutated([result]),
    read: (text) => [...troubleOf(addressOf(text)), ...troubleOf(readResult(text, games))],
  },
  {
    name: 'a result with a right check code',
    input: mutated([bodyOf('result', result)]).map((body) => tokenOf('result', body)),
    read: (text) => troubleOf(readResult(text, games)),
  },
  {
    name: 'a pasted text with results',
    input: mutated([`Voici :\nhttps://example.org/#/classe?r=${result}\n?p=1.2.abcd.efgh`]),
    read: (text) => (tokensIn(text).results.length ? [] : ['nothing found']),
  },
  {
    name: 'the file of a class',
    input: mutated([wholeClass]),
    read: (text) => troubleOf(readClassFile(text)),
  },
  {
    name: 'a list of people',
    input: mutated(['Nom;Prénom;Tél\r\n"Diallo";Awa;0612345678\r\nMartin;Léo;"07 00\n00 00 00"']),
    read: (text) => {
      try {
        readText(text)
        return []
      } catch (error) {
        if (error instanceof TableTrouble) return [error.fault]
        throw error
      }
    },
  },
  {
    name: 'kept settings',
    input: mutated(['{"theme":"dark","size":"huge","sound":true}']),
    read: (text) => {
      const loaded = Object.entries(loadSettings({ getItem: () => text } as unknown as Storage))
      for (const [name, value] of loaded) {
        const known: readonly unknown[] = settingValues[name as keyof typeof settingValues]
        if (!known.includes(value)) throw new Error(`${name} became ${String(value)}`)
      }
      return []
    },
  },
  {
    name: 'an e-mail address, a phone number, a short link',
    input: mutated(['awa@example.org', '06 12 34 56 78', 'jobs/D1102/44109/contact']),
    read: (text) => {
      const read = [readAddress(text), readPhone(text), readShortPath('o', text.split('/'))]
      return read.some((one) => one !== undefined) ? [] : ['none of them']
    },
  },
]

function troubleOf(read: object): string[] {
  return 'trouble' in read ? [String(read.trouble)] : []
}

/** The bytes of a token, one letter each, so that they are changed like any text. */
function bodyOf(kind: 'assignment' | 'result', token: string): string {
  const read = fromToken(kind, token)
  return 'trouble' in read ? '' : String.fromCharCode(...read.body)
}

function tokenOf(kind: 'assignment' | 'result', letters: string): string {
  return toToken(
    kind,
    Uint8Array.from(letters, (letter) => letter.charCodeAt(0) & 255),
  )
}
