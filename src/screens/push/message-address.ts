import { encodePart } from '../../core/offers/form'
import type { Composed } from '../../core/push/compose'

/** Signs of an address that every mail client takes: Windows cuts longer ones. */
export const MAIL_ADDRESS_LIMIT = 2000

/** An address that opens the mail client with the message written (RFC 6068). */
export function mailAddress({ to = '', subject, text }: Composed): string {
  const body = encodePart(text.replace(/\n/g, '\r\n'))
  return `mailto:${encodePart(to).replace('%40', '@')}?subject=${encodePart(subject)}&body=${body}`
}

/** An address that opens the messages of a phone with the text written (RFC 5724, in the form iOS also takes). */
export function smsAddress({ to = '', text }: Composed): string {
  return `sms:${to}?&body=${encodePart(text)}`
}
