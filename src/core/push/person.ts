import type { Place } from '../search/places'

/** Someone to write to. Contacts are sound: a broken one has been mended or taken away. */
export interface Person {
  id: string
  /** Line of the file, from 1. */
  line: number
  firstName: string
  lastName: string
  email?: string
  /** A number that receives text messages, `+` and digits. */
  phone?: string
  parentEmail?: string
  parentPhone?: string
  course?: string
  /** What to search offers with: a trade of ROME when the course names one, else the words of the course. */
  trade?: { rome: string; label: string }
  town?: Place
  cfa?: string
  /** « Clé ministère éducatif » of the course. */
  cfaKey?: string
}
