import { base64, utf8 } from '@scure/base'
import { htmlMail } from './html-mail'
import type { Sender } from './compose'

/** A message ready for a mail client, and what only the outside knows. */
export interface Letter {
  to: string
  subject: string
  text: string
  from: Sender
  /** As in RFC 5322: « Mon, 23 Nov 2026 10:00:00 +0000 ». */
  date: string
  /** Unique, without `@`. */
  id: string
}

/**
 * A message as a file (RFC 5322): text and HTML versions (RFC 2046), both in base64 so that no relay changes a line,
 * headers encoded (RFC 2047), a way out (RFC 2369). Outlook opens it as a draft (`X-Unsent`).
 */
export function toEml(letter: Letter): string {
  const boundary = `=_${letter.id}`
  const from = oneLine(letter.from.email)
  const headers = [
    ['From', from ? `${encodedWords(letter.from.name || letter.from.organisation)} <${from}>` : ''],
    ['To', oneLine(letter.to)],
    ['Subject', encodedWords(letter.subject)],
    ['Date', letter.date],
    ['Message-ID', `<${letter.id}@${from.split('@')[1] ?? 'localhost'}>`],
    ['List-Unsubscribe', from ? `<mailto:${from}?subject=STOP>` : ''],
    ['X-Unsent', '1'],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
  ]
  const part = (kind: string, content: string) => [
    `--${boundary}`,
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...inLines(base64.encode(utf8.decode(content))),
  ]
  return [
    ...headers.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`),
    '',
    ...part('plain', letter.text.replace(/\n/g, '\r\n')),
    ...part('html', htmlMail(letter.subject, letter.text).replace(/\n/g, '\r\n')),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

/** Many messages in one file (RFC 4155, in the mboxrd way), for the import of a mail client. */
export function toMbox(letters: readonly Letter[], asctime: string): string {
  return letters
    .map((letter) => {
      const lines = toEml(letter)
        .replace(/\r\n/g, '\n')
        .replace(/^(>*From )/gm, '>$1')
      return `From ${oneLine(letter.from.email) || 'MAILER-DAEMON'} ${asctime}\n${lines}\n`
    })
    .join('')
}

/** A header cannot be left: line ends become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ').trim()
}

/** Encoded words of at most 75 signs, never cut inside a character, one a line. */
function encodedWords(text: string): string {
  const line = oneLine(text)
  if (/^[\w !#$%&'*+/^`{|}~?.-]*$/.test(line) && line.length < 60 && !line.includes('=?'))
    return line
  const words: string[] = []
  let chunk = ''
  for (const sign of line) {
    if (utf8.decode(chunk + sign).length > 42) {
      words.push(chunk)
      chunk = ''
    }
    chunk += sign
  }
  words.push(chunk)
  return words.map((word) => `=?UTF-8?B?${base64.encode(utf8.decode(word))}?=`).join('\r\n ')
}

function inLines(text: string): string[] {
  return text.match(/.{1,76}/g) ?? []
}
