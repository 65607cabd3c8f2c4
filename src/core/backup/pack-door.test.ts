import { describe, expect, it } from 'vitest'
import { packTextOf } from '../../../tests/pack-text'
import type { Pack } from '../pack'
import { readPack } from './pack-door'

const text = packTextOf('_gallery')
const term = { id: 'cfa', term: 'CFA', forms: ['CFA'], definition: 'Là où on apprend.' }

/** The gallery's pack, changed. */
function changed(change: (pack: Pack) => void): string {
  const pack = JSON.parse(text) as Pack
  change(pack)
  return JSON.stringify(pack)
}

describe('the text of a pack', () => {
  it('gives the module, its facts and its terms', () => {
    const made = changed((pack) => (pack.terms = [term]))
    expect(readPack(made)).toEqual(JSON.parse(made))
  })

  it.each<[string, string]>([
    ['is not JSON', text.slice(1)],
    ['is a list', '[]'],
    ['has something more', changed((pack) => Object.assign(pack, { more: 1 }))],
    ['has a fact of a strange place', changed((pack) => (pack.facts[0] = strange(pack.facts[0])))],
    ['has too many facts', changed((pack) => (pack.facts = repeated(pack.facts[0], 101)))],
    ['has too many terms', changed((pack) => (pack.terms = repeated(term, 301)))],
    [
      'has a term without its words',
      changed((pack) => (pack.terms = [{ ...term, id: 1 } as never])),
    ],
    [
      'has a definition without end',
      changed((pack) => (pack.terms = [{ ...term, definition: 'x'.repeat(2001) }])),
    ],
    ['has a module of another shape', changed((pack) => (pack.scenario = {} as never))],
    ['has a module that leads nowhere', changed((pack) => (pack.scenario.start = 'nowhere'))],
  ])('is refused when it %s', (_, made) => {
    expect(readPack(made)).toBeUndefined()
  })

  it('may have as many facts and terms as the limits say', () => {
    const made = changed((pack) => {
      pack.facts = repeated(pack.facts[0], 100)
      pack.terms = repeated({ ...term, definition: 'x'.repeat(2000) }, 300)
    })
    expect(readPack(made)?.terms).toHaveLength(300)
  })
})

function strange<Fact extends { url: string } | undefined>(fact: Fact): NonNullable<Fact> {
  if (!fact) throw new Error('The gallery has no fact.')
  return { ...fact, url: 'https://example.org/' }
}

function repeated<Row>(row: Row | undefined, count: number): Row[] {
  if (row === undefined) throw new Error('There is no row to repeat.')
  return Array.from({ length: count }, () => row)
}
