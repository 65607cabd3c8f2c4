import { expect, test } from 'vitest'
import { smsLength, toPhoneText } from './sms-length'

test('160 signs of phones make one segment, 161 make two of 153', () => {
  expect(smsLength('é'.repeat(160))).toMatchObject({ alphabet: 'GSM-7', segments: 1, left: 0 })
  expect(smsLength('é'.repeat(161))).toMatchObject({ segments: 2, left: 145 })
})

test('one ê makes segments of 70, then 67', () => {
  expect(smsLength('ê'.repeat(70))).toMatchObject({ alphabet: 'UCS-2', segments: 1, rare: ['ê'] })
  expect(smsLength('ê'.repeat(71))).toMatchObject({ segments: 2, left: 63 })
})

test('a euro takes two septets, never cut between segments', () => {
  expect(smsLength('€'.repeat(80))).toMatchObject({ units: 160, segments: 1 })
  expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toMatchObject({
    segments: 2,
    left: 141,
  })
})

test('an emoji takes two units of 16 bits', () => {
  expect(smsLength('👋')).toMatchObject({ alphabet: 'UCS-2', units: 2 })
})

test('typographic signs become those of phones; letters keep their accents unless asked', () => {
  expect(toPhoneText('« L’été à Nîmes… »', false)).toBe('"L\'été à Nîmes..."')
  expect(toPhoneText('Ça ! Garçon, Nîmes, être', true)).toBe('Ça ! Garcon, Nimes, etre')
})
