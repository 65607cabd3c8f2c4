import { compose, contactOf, type Settings } from './compose'
import { htmlMail } from './html-mail'
import type { Person } from './person'
import { personLinks } from './person-links'

/** Columns a mailing service reads; the first names are those Brevo recognises. */
export const EXPORT_COLUMNS = [
  'EMAIL',
  'SMS',
  'PRENOM',
  'NOM',
  'FORMATION',
  'CFA',
  'VILLE',
  'LIEN_MODULE',
  'LIEN_OFFRES',
  'LIEN_CFA',
  'SUJET',
  'MESSAGE_EMAIL',
  'MESSAGE_SMS',
  'MESSAGE_HTML',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

/** Those chosen at first: spreadsheets show a cell of HTML badly. */
export const USUAL_COLUMNS = EXPORT_COLUMNS.filter((column) => column !== 'MESSAGE_HTML')

/** A line per person who can be written to, under the chosen columns. Numbers are written without `+`, as Brevo takes them. */
export function exportRows(
  people: readonly Person[],
  columns: readonly ExportColumn[],
  settings: Omit<Settings, 'channel'>,
  onPerson: (done: number) => void = () => undefined,
): string[][] {
  const rows: string[][] = []
  for (const [index, person] of people.entries()) {
    if (index % 250 === 0) onPerson(index)
    const email = contactOf(person, settings.audience, 'email')
    const phone = contactOf(person, settings.audience, 'sms')
    if (!email && !phone) continue
    const links = personLinks(person, settings.push, 'email', settings.base)
    const needs = (...names: ExportColumn[]) => names.some((name) => columns.includes(name))
    const mail = needs('SUJET', 'MESSAGE_EMAIL', 'MESSAGE_HTML')
      ? compose(person, { ...settings, channel: 'email' }, links)
      : undefined
    const text = needs('MESSAGE_SMS') ? compose(person, { ...settings, channel: 'sms' }) : undefined
    const cells: Record<ExportColumn, string | undefined> = {
      EMAIL: email,
      SMS: phone?.slice(1),
      PRENOM: person.firstName,
      NOM: person.lastName,
      FORMATION: person.course,
      CFA: person.cfa,
      VILLE: person.town?.name,
      LIEN_MODULE: links.module,
      LIEN_OFFRES: links.offers,
      LIEN_CFA: links.cfa,
      SUJET: mail?.subject,
      MESSAGE_EMAIL: mail?.text,
      MESSAGE_SMS: text?.text,
      MESSAGE_HTML:
        mail && columns.includes('MESSAGE_HTML') ? htmlMail(mail.subject, mail.text) : '',
    }
    rows.push(columns.map((column) => cells[column] ?? ''))
  }
  return rows
}
