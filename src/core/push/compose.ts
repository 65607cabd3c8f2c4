import { fillMessage, type Values } from './fill-message'
import type { Person } from './person'
import { personLinks, type Channel, type PersonLinks } from './person-links'
import type { Push } from './pushes'
import { toPhoneText } from './sms-length'

/** To whom: the young person, said « tu », or the parents, said « vous ». */
export type Audience = 'youth' | 'parents'

/** The text of a push for one audience, before it is filled. */
export interface Template {
  sms: string
  subject: string
  body: string
}

/** Who writes, and how: the same for every message of a list. */
export interface Sender {
  name: string
  /** School, CFA, mission locale… */
  organisation: string
  /** Where answers and « stop » go. */
  email: string
}

/** What every message ends with: who writes, and how to receive no more. */
export interface Closing {
  sms: string
  email: string
}

export interface Composed {
  /** The address or number; undefined when the person has none for this channel. */
  to?: string
  subject: string
  text: string
}

export interface Settings {
  push: Push
  audience: Audience
  channel: Channel
  template: Template
  closing: Closing
  sender: Sender
  /** Folder of the app, with its last `/`. */
  base: string
  /** Text messages lose the accents that phones do not have. */
  cheap: boolean
  /** The links of an e-mail are short too, for a `mailto:` address that some systems cut after 2,000 signs. */
  shortLinks?: boolean
}

/**
 * The message of one person. The closing is always there, whatever the template says.
 * @param links those of the person for this channel, when they are made already
 */
export function compose(
  person: Person,
  settings: Settings,
  links: PersonLinks = linksOf(person, settings),
): Composed {
  const { audience, channel, template, closing, sender } = settings
  const values = valuesOf(person, links, sender)
  const to = contactOf(person, audience, channel)
  if (channel === 'sms') {
    const text = fillMessage(`${template.sms}\n${closing.sms}`, values)
    return { to, subject: '', text: toPhoneText(text, settings.cheap) }
  }
  return {
    to,
    subject: fillMessage(template.subject.replace(/\s+/g, ' '), values),
    text: fillMessage(`${template.body}\n\n${closing.email}`, values),
  }
}

function linksOf(person: Person, { push, channel, base, shortLinks }: Settings): PersonLinks {
  return personLinks(person, push, channel, base, shortLinks)
}

/** Where a message goes, if anywhere. */
export function contactOf(
  person: Person,
  audience: Audience,
  channel: Channel,
): string | undefined {
  if (audience === 'parents') return channel === 'sms' ? person.parentPhone : person.parentEmail
  return channel === 'sms' ? person.phone : person.email
}

/** Says whether a message can reach them, one way or another. */
export function canReceive(person: Person, audience: Audience): boolean {
  return (['email', 'sms'] as const).some((channel) => contactOf(person, audience, channel))
}

function valuesOf(person: Person, links: PersonLinks, sender: Sender): Values {
  return {
    prénom: person.firstName,
    nom: person.lastName,
    formation: person.course,
    cfa: person.cfa,
    ville: person.town?.name,
    lien_module: links.module,
    lien_offres: links.offers,
    lien_cfa: links.cfa,
    expéditeur: sender.name,
    structure: sender.organisation,
  }
}
