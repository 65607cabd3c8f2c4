import { describe, expect, it } from 'vitest'
import { contactOf, formOf, inState } from './contact-form'
import { MOST_LETTERS, type Contact } from './notebook'

const TODAY = '2026-11-23'
const bare: Contact = {
  id: 'c1',
  kind: 'firm',
  name: 'Garage Élan',
  state: 'todo',
  createdAt: 1,
  changedAt: 1,
}
const full: Contact = {
  ...bare,
  kind: 'cfa',
  state: 'answer',
  reply: 'yes',
  person: 'Mme Perrin',
  channel: 'phone',
  reach: '06 12 34 56 78',
  contactedOn: TODAY,
  next: 'Relancer',
  nextOn: '2026-11-30',
  advert: 'Cherche apprenti',
  note: 'Le matin',
}

describe('the form of a card', () => {
  it('says the same card again when nothing was typed', () => {
    for (const contact of [bare, full])
      expect(contactOf(formOf(contact), contact, 1)).toEqual(contact)
  })

  it('says no card without a name', () => {
    expect(contactOf({ ...formOf(full), name: '  ' }, full, 2)).toBeUndefined()
  })

  it('leaves out what was emptied', () => {
    const emptied = contactOf({ ...formOf(full), person: ' ', nextOn: '', channel: '' }, full, 2)
    expect(Object.keys(emptied ?? {})).not.toContain('person')
    expect(Object.keys(emptied ?? {})).not.toContain('nextOn')
    expect(Object.keys(emptied ?? {})).not.toContain('channel')
  })

  it('cuts texts at the most letters a card may have', () => {
    const long = contactOf({ ...formOf(full), note: 'x'.repeat(MOST_LETTERS.note + 9) }, full, 2)
    expect(long?.note).toHaveLength(MOST_LETTERS.note)
  })
})

describe('the state of a card, told by the learner', () => {
  it('past the first one dates the first contact', () => {
    expect(inState(bare, 'contacted', TODAY, 2)).toMatchObject({ contactedOn: TODAY, changedAt: 2 })
    expect(inState(full, 'interview', '2026-12-01', 2).contactedOn).toBe(TODAY)
  })

  it('taken back from the answer forgets the answer', () => {
    expect(inState(full, 'followUp', TODAY, 2).reply).toBeUndefined()
    expect(inState(full, 'answer', TODAY, 2).reply).toBe('yes')
  })
})
