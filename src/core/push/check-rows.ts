import type { Place } from '../search/places'
import { fold } from '../search/fold'
import { readAddress } from './address'
import { readCourseKey } from './course-key'
import { FIELDS, type Field, type Mapping } from './fields'
import type { Person } from './person'
import { readPhone, type Phone } from './phone'

/** What a row may say, by field: trimmed text, empty when nothing. */
export type Said = Record<Field, string>

/** Why a row needs a look. `blocks`: nobody can be written to, or twice; the row is then left out. */
export interface RowProblem {
  /** Line of the file, from 1. */
  line: number
  code:
    | 'no-contact'
    | 'bad-email'
    | 'bad-phone'
    | 'landline'
    | 'unknown-town'
    | 'duplicate'
    | 'several-wishes'
    | 'left-out'
  blocks: boolean
  said: Said
  /** The cell at fault, when there is one. */
  field?: Field
  /** The line that has the same person already. */
  with?: number
}

export interface Decisions {
  /** Cells mended by hand, by line. */
  mends: Readonly<Record<number, Partial<Said>>>
  /** Lines left out by hand. */
  leftOut: readonly number[]
}

/** What only the catalogues of communes and trades know. */
export interface Lookups {
  town: (said: Said) => Place | 'unknown' | undefined
  trade: (said: Said) => Person['trade']
}

export interface Checked {
  people: Person[]
  problems: RowProblem[]
}

type Note = (code: RowProblem['code'], more?: Partial<RowProblem>) => void

/**
 * Turns the rows of a file into people to write to, and lists what is wrong with the others.
 * @param firstLine line of the file of the first row
 * @param onRow told now and then how many rows are done
 */
export function checkRows(
  rows: readonly (readonly string[])[],
  firstLine: number,
  mapping: Mapping,
  decisions: Decisions,
  lookups: Lookups,
  onRow: (done: number) => void = () => undefined,
): Checked {
  const people: Person[] = []
  const problems: RowProblem[] = []
  const known = new Map<string, Person>()
  const leftOut = new Set(decisions.leftOut)
  for (const [index, row] of rows.entries()) {
    if (index % 250 === 0) onRow(index)
    const line = firstLine + index
    const said = saidIn(row, mapping, decisions.mends[line])
    if (FIELDS.every((field) => !said[field])) continue
    const found: RowProblem[] = []
    const note: Note = (code, more = {}) => found.push({ line, code, blocks: false, said, ...more })
    if (leftOut.has(line)) note('left-out', { blocks: true })
    else {
      const person = personOf(said, line, lookups, note)
      const twin = same(known, said, person)
      if (twin)
        note(isSameWish(twin, person) ? 'duplicate' : 'several-wishes', {
          blocks: true,
          with: twin.line,
        })
      if (!found.some(({ blocks }) => blocks)) {
        people.push(person)
        for (const key of keysOf(said, person)) known.set(key, person)
      }
    }
    problems.push(...found)
  }
  onRow(rows.length)
  return { people, problems }
}

function saidIn(row: readonly string[], mapping: Mapping, mends: Partial<Said> = {}): Said {
  const said = {} as Said
  for (const field of FIELDS) {
    const column = mapping[field]
    said[field] = (mends[field] ?? (column === undefined ? '' : (row[column] ?? '')))
      .replace(/\s+/g, ' ')
      .trim()
  }
  return said
}

function personOf(said: Said, line: number, lookups: Lookups, note: Note): Person {
  const email = firstSound(said, ['email'], readAddress, () =>
    note('bad-email', { field: 'email' }),
  )
  const parentEmail = firstSound(said, ['parentEmail', 'parentEmail2'], readAddress, (field) =>
    note('bad-email', { field }),
  )
  const phones = { fault: false, landline: undefined as Field | undefined }
  const onBroken = (field: Field) => {
    phones.fault = true
    note('bad-phone', { field })
  }
  const readMobile = (text: string, field: Field) => {
    const phone: Phone | undefined = readPhone(text)
    if (phone && !phone.mobile) phones.landline = field
    return phone
  }
  const phone = mobileOf(said, ['phone', 'phone2'], readMobile, onBroken)
  const parentPhone = mobileOf(said, ['parentPhone', 'parentPhone2'], readMobile, onBroken)
  const hasContact = email ?? parentEmail ?? phone ?? parentPhone
  if (!hasContact) {
    if (phones.landline) note('landline', { field: phones.landline })
    note('no-contact', { blocks: true, field: said.phone ? 'phone' : 'email' })
  }
  const town = lookups.town(said)
  if (town === 'unknown') {
    const field = said.town ? 'town' : said.postcode ? 'postcode' : 'insee'
    note('unknown-town', { field })
  }
  return {
    id: `${line}`,
    line,
    firstName: properName(said.firstName),
    lastName: properName(said.lastName),
    email,
    phone,
    parentEmail,
    parentPhone,
    course: said.course || undefined,
    trade: lookups.trade(said),
    town: town === 'unknown' ? undefined : town,
    cfa: said.cfa || undefined,
    cfaKey: readCourseKey(said.cfaKey),
  }
}

function firstSound<T>(
  said: Said,
  fields: readonly Field[],
  read: (text: string, field: Field) => T | undefined,
  onBroken: (field: Field) => void,
): T | undefined {
  for (const field of fields) {
    if (!said[field]) continue
    const value = read(said[field], field)
    if (value !== undefined) return value
    onBroken(field)
  }
  return undefined
}

function mobileOf(
  said: Said,
  fields: readonly Field[],
  read: (text: string, field: Field) => Phone | undefined,
  onBroken: (field: Field) => void,
): string | undefined {
  for (const field of fields) {
    const phone = firstSound(said, [field], read, onBroken)
    if (phone?.mobile) return phone.number
  }
  return undefined
}

/** A person is known by a national number, else by a name with a contact. */
function keysOf(said: Said, person: Person): string[] {
  const name = fold(`${said.firstName} ${said.lastName}`)
  const contacts = [person.email, person.phone, person.parentEmail, person.parentPhone]
  return [
    ...(said.number ? [`n:${fold(said.number)}`] : []),
    ...contacts.filter((contact) => contact !== undefined).map((contact) => `${name}|${contact}`),
  ]
}

function same(known: Map<string, Person>, said: Said, person: Person): Person | undefined {
  for (const key of keysOf(said, person)) {
    const twin = known.get(key)
    if (twin) return twin
  }
  return undefined
}

function isSameWish(one: Person, other: Person): boolean {
  const wish = ({ cfaKey, course = '', cfa = '' }: Person) => cfaKey ?? fold(`${course} ${cfa}`)
  return wish(one) === wish(other)
}

/** « DUPONT-LE GOFF » and « dupont » are written as names; a name already written so is left alone. */
function properName(name: string): string {
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name
  return name.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + letter.toUpperCase()
  })
}
