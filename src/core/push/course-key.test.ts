import { expect, test } from 'vitest'
import { readCourseKey } from './course-key'

const KEY = '088281P01313885594860007038855948600070-67118#L01'

test('a key is read alone, and inside the address of a contact page', () => {
  expect(readCourseKey(KEY)).toBe(KEY)
  expect(
    readCourseKey(
      `https://exemple.fr/rdva?referrer=lba&cleMinistereEducatif=${encodeURIComponent(KEY)}&utm_source=lba`,
    ),
  ).toBe(KEY)
})

test.each(['', 'CFA de l’Ouest', '088281P013#L1', '<script>#L01', 'https://exemple.fr/rdva?cle=%'])(
  '« %s » is no key',
  (text) => {
    expect(readCourseKey(text)).toBeUndefined()
  },
)
