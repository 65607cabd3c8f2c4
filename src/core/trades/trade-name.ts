import { bothForms } from '../search/gender'
import type { Agreement } from '../text'

/** A ROME label as this learner reads it: both forms, or the one they asked for in the settings. */
export function tradeName(label: string, agreement: Agreement): string {
  const [masculine = label, feminine = masculine] = bothForms(label)
  const name = agreement === 'n' ? label : agreement === 'f' ? feminine : masculine
  return name.replaceAll("'", '’')
}
