import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { toEml, toMbox, type Letter } from './eml'

const letter: Letter = {
  to: 'lea@exemple.fr',
  subject: 'Léa, ton CFA t’attend : appelle-le avant vendredi, c’est le bon moment pour y aller',
  text: 'Bonjour Léa,\nEntraîne-toi : https://exemple.fr/#/jouer/allo-le-cfa\n\nÀ bientôt <3 & merci',
  from: { name: 'Anaïs Müller', organisation: 'Mission locale', email: 'anais@exemple.org' },
  date: 'Mon, 23 Nov 2026 10:00:00 +0000',
  id: '00001-abc',
}

test('an independent parser reads back every part of a message', async () => {
  const read = await PostalMime.parse(toEml(letter))
  expect(read).toMatchObject({
    subject: letter.subject,
    from: { name: 'Anaïs Müller', address: 'anais@exemple.org' },
    to: [{ address: 'lea@exemple.fr' }],
    messageId: '<00001-abc@exemple.org>',
    date: '2026-11-23T10:00:00.000Z',
  })
  expect(read.text?.trim()).toBe(letter.text.replace(/\n/g, '\r\n'))
  expect(read.html).toContain('<html lang="fr">')
  expect(read.html).toContain('href="https://exemple.fr/#/jouer/allo-le-cfa"')
  expect(read.html).toContain('&lt;3 &amp; merci')
  expect(read.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toContain(
    'subject=STOP',
  )
})

test('every line is short and ends as the standard says', () => {
  const lines = toEml(letter).split('\r\n')
  expect(lines.every((line) => line.length <= 998 && !/[\r\n]/.test(line))).toBe(true)
  expect(lines.every((line) => line.length <= 78)).toBe(true)
})

test('whatever is written, the same words come back, and no header is added', async () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 120 })
  await fc.assert(
    fc.asyncProperty(anything, anything, async (subject, text) => {
      const read = await PostalMime.parse(toEml({ ...letter, subject, text }))
      const spaced = (words: string) => words.replace(/\s+/g, ' ').trim()
      expect(spaced(read.subject ?? '')).toBe(spaced(subject.replace(/[\r\n\0]+/g, ' ')))
      expect(spaced(read.text ?? '')).toBe(spaced(text))
    }),
    { numRuns: 60 },
  )
  const injected = { ...letter, subject: 'Bonjour\r\nBcc: tous@exemple.fr' }
  expect((await PostalMime.parse(toEml(injected))).bcc).toBeUndefined()
})

test('every message of an mbox is read back, one that begins with « From » too', async () => {
  const second = { ...letter, id: '00002-abc', to: 'tom@exemple.fr', text: 'From moi\nFrom toi' }
  const box = toMbox([letter, second], 'Mon Nov 23 10:00:00 2026')
  const messages = box.split(/^From anais@exemple\.org Mon Nov 23 10:00:00 2026\n/m).slice(1)
  const read = await Promise.all(messages.map((message) => PostalMime.parse(message)))
  expect(read.map(({ to }) => to?.[0]?.address)).toEqual(['lea@exemple.fr', 'tom@exemple.fr'])
  expect(read[1]?.text?.trim()).toBe('From moi\r\nFrom toi')
})
