import { describe, expect, it } from 'vitest'
import { decision, ending, moduleOf, smallModule } from '../../tests/modules'
import type { Fact } from './fact'
import { rubric } from './rubric'
import { castLedger } from './rubric/cast'
import type { Shelf } from './rubric/material'
import type { Scenario, Step } from './scenario'

const fact = (id: string, parts: Partial<Fact> = {}): [string, Fact] => [
  id,
  {
    id,
    text: 'Un mini-stage dure 5 jours.',
    value: '5 jours',
    status: 'V',
    source: 'Service-public',
    official: true,
    url: 'https://www.service-public.gouv.fr',
    checkedOn: '2026-11-01',
    reviewBy: '2027-05-01',
    ...parts,
  },
]
const shelf: Shelf = {
  facts: new Map(['f01', 'f53', 'f68', 'f99'].map((id) => fact(id))),
  terms: [{ id: 'cfa', term: 'CFA', forms: ['CFA'], definition: 'École.' }],
  common: undefined,
  today: '2026-11-23',
  plays: 200,
}
const gallery = moduleOf('_gallery')

/** One row of a module; the details as `code path`. */
function row(name: string, scenario: Scenario, parts: Partial<Shelf> = {}) {
  const found = rubric(scenario, { ...shelf, ...parts }).find((one) => one.row === name)
  if (!found) throw new Error(`There is no row ${name}.`)
  return { ...found, details: found.details.map(({ code, path }) => `${code} ${path}`) }
}

/** The gallery with its first decision said otherwise. */
function withChoice(
  parts: Partial<Extract<Step, { kind: 'decision' }>['choices'][number]>,
): Scenario {
  const steps = gallery.steps.map((step) =>
    step.id === 'entree' && step.kind === 'decision'
      ? {
          ...step,
          choices: step.choices.map((choice, i) => (i ? choice : { ...choice, ...parts })),
        }
      : step,
  )
  return { ...gallery, steps }
}

describe('the rubric', () => {
  it('gives the same figures twice', () => {
    expect(rubric(gallery, shelf)).toEqual(rubric(gallery, shelf))
  })

  it('has every row a machine can read, once', () => {
    const rows = rubric(gallery, { ...shelf, common: new Set(['je']) }).map((one) => one.row)
    expect(rows.join(' ')).toBe(
      'S1 S2 S3 S4 S5 S6 S7 S8 L1 L2 L3 L4 L5 L7 L8 L9 T1 T2 T3 F1 F2 R1 R2 R3 R4 R5 D1 A1 E1 E2 E3 K1',
    )
  })
})

describe('S: the graph', () => {
  it('S1 counts the decisions of the shortest and longest path', () => {
    expect(row('S1', gallery).value).toBe('3–6 ; 6')
  })

  it('S3 sees that every play ends', () => {
    expect(row('S3', gallery)).toMatchObject({ value: '0', ok: true })
  })

  it('S5 calls flat a decision that only moves a gauge', () => {
    const steps = [
      decision('d', 'end', { a: { effects: [{ add: 'trust', by: 1 }] }, b: {} }),
      ending(),
    ]
    expect(row('S5', smallModule(steps)).details).toEqual(['flat steps[0]'])
  })

  it('S5 does not call flat a decision someone remembers', () => {
    const steps: Step[] = [
      decision('d', 'after', { a: {}, b: {} }),
      {
        id: 'after',
        kind: 'lines',
        lines: [{ by: 'narrator', text: 'You said a.', when: { seen: 'd/a' } }],
        to: 'end',
      },
      ending(),
    ]
    expect(row('S5', smallModule(steps)).ok).toBe(true)
  })

  it('S6 catches a best ending won by the longest answers', () => {
    const steps = [
      decision('d', 'end', { a: { text: 'A much longer answer, really.' }, b: { to: 'low' } }),
      ending('end', 4),
      ending('low', 1),
    ]
    expect(row('S6', smallModule(steps)).details).toContain('longest-wins ')
  })

  it('S7 sees a trap after which no good ending is left, and one that leads to a repair', () => {
    const hopeless = [
      decision('d', 'end', { a: {}, b: { quality: 'trap', to: 'low' } }),
      ending('end', 4),
      ending('low', 1),
    ]
    expect(row('S7', smallModule(hopeless)).details).toContain('hopeless steps[0]')
    const repaired = [
      decision('d', 'end', { a: {}, b: { quality: 'trap', to: 'repair' } }),
      decision('repair', 'end', { a: {} }),
      ending('end', 4),
    ]
    expect(row('S7', smallModule(repaired))).toMatchObject({ value: '0 ; 100 %', ok: true })
  })

  it('S8 measures what is new in each variant, and only warns', () => {
    expect(row('S8', gallery)).toMatchObject({ warning: true, ok: false })
  })
})

describe('L: learning', () => {
  it('L1 counts how often an objective is practised on the poorest path', () => {
    expect(row('L1', gallery).details).toContain('practised objectives[2]')
  })

  it('L2 asks for a trap, a refutation and a card for each misconception', () => {
    expect(row('L2', gallery).details).toContain('belief-without-trap misconceptions[2]')
  })

  it('L3 asks for notes of 8 to 40 words', () => {
    expect(row('L3', withChoice({ why: 'Bien dit.' })).details[0]).toMatch(/^why-length steps\[5\]/)
  })

  it('L4 refuses a note that judges the person', () => {
    const why = 'Tu es menteur, et elle le voit tout de suite, hélas.'
    expect(row('L4', withChoice({ why })).details).toEqual(['judging steps[5].choices[0]'])
  })

  it('L4 lets « ce n’est pas ta faute » be', () => {
    const why = "Ce n'est pas ta faute. Tu as le choix de partir ou de rester ici."
    expect(row('L4', withChoice({ why })).ok).toBe(true)
  })

  it('L5 refuses options of very different lengths', () => {
    expect(row('L5', withChoice({ text: 'Non.' })).details).toContain('uneven steps[5]')
  })

  it('L9 asks for an example before the third decision of the first level', () => {
    const steps = gallery.steps.map((step) =>
      step.id === 'aiguillage' && step.kind === 'branch'
        ? { ...step, else: 'exemple', ways: [] }
        : step,
    )
    expect(row('L9', gallery).details).not.toContain('late-example ')
    expect(
      row('L9', { ...gallery, steps: steps.filter((step) => step.kind !== 'model').map(bypass) })
        .details,
    ).toContain('late-example ')
  })
})

/** The gallery's fork straight to what follows the example. */
function bypass(step: Step): Step {
  return step.kind === 'branch' && step.else === 'exemple'
    ? { ...step, else: 'envie_ecrite' }
    : step
}

describe('T, K: afterwards', () => {
  it('T1 wants every rule and misconception on a card', () => {
    const cards = gallery.after.cards.slice(1)
    const module = { ...gallery, after: { ...gallery.after, cards } }
    expect(row('T1', module).details).toContain('no-card rules[0]')
  })

  it('T2 wants a plan against an obstacle', () => {
    const plans = gallery.after.plans.filter(({ obstacle }) => !obstacle)
    const module = { ...gallery, after: { ...gallery.after, plans } }
    expect(row('T2', module).details).toContain('no-obstacle after.plans')
  })

  it('T3 recognises a situation copied from the story', () => {
    const [first, ...rest] = gallery.after.situations
    if (!first) throw new Error('The gallery has no situation.')
    const text =
      'Une amie se moque de Nadia parce qu’elle est une femme. Un client se moque de Nadia parce qu’elle est une femme.'
    const module = {
      ...gallery,
      after: {
        ...gallery.after,
        situations: [{ ...first, text: text.replaceAll('’', "'") }, ...rest],
      },
    }
    expect(row('T3', module).details).toEqual(['copied after.situations[0]'])
  })

  it('K1 wants a plan of 55 minutes', () => {
    expect(row('K1', gallery)).toMatchObject({ value: '20 ; 3', ok: false })
  })
})

describe('F: facts', () => {
  it('F1 blocks on an amount past its review date, and warns of another fact', () => {
    const late = { reviewBy: '2026-11-01' }
    const facts = (parts: Partial<Fact>) => ({
      facts: new Map([...shelf.facts, fact('f99', parts)]),
    })
    expect(row('F1', gallery, facts({ ...late, amount: true }))).toMatchObject({
      ok: false,
      details: ['amount-late facts[3]'],
    })
    expect(row('F1', gallery, facts(late))).toMatchObject({
      ok: true,
      details: ['fact-late facts[3]'],
    })
  })

  it('F2 finds a figure that belongs to no fact and to no fiction', () => {
    const found = row(
      'F2',
      withChoice({ why: 'Un contrat dure vingt ans et coûte 300 € ou 2 questions, en 3e.' }),
    )
    expect(found.details).toEqual([
      'orphan-figure steps[5].choices[0].why',
      'orphan-figure steps[5].choices[0].why',
    ])
  })
})

describe('R: reading', () => {
  it('R2 finds a sentence of more than 15 words', () => {
    const why =
      'Elle sait qui tu es et ce que tu veux, donc elle peut te répondre tout de suite sans chercher.'
    expect(row('R2', withChoice({ why })).details).toEqual([
      'long-sentence steps[5].choices[0].why',
    ])
  })

  it('R3 counts the words of an option', () => {
    expect(row('R3', withChoice({ text: 'Non, merci.' })).details).toContain(
      'option-length steps[5].choices[0].text',
    )
  })

  it('R4 knows the plural of a frequent word, the glossary and the names of the cast', () => {
    const words = 'je m appelle alex et une journée de découverte'.split(' ')
    const steps = [
      decision('d', 'end', { a: { text: 'Je découvre le CFA avec Nadia.', why: 'Journées.' } }),
      ending(),
    ]
    const found = rubric(smallModule(steps), { ...shelf, common: new Set(words) }).find(
      (one) => one.row === 'R4',
    )
    const rare = found?.details.map(({ params }) => params.word)
    expect(rare).not.toContain('journées')
    expect(rare).not.toContain('cfa')
    expect(rare).not.toContain('nadia')
    expect(found?.ok).toBe(false)
  })

  it.each([
    ['un·e ami·e', 'middle-dot'],
    ['Tu es venu(e) ici.', 'bracket-form'],
    ['Attends...', 'three-dots'],
    ['Il dit "oui".', 'straight-quote'],
    ['Tu viens? Oui.', 'no-space-before'],
    ['Oui , bien.', 'space-before'],
    ['Il dit «oui».', 'guillemet-space'],
    ['Oui,  bien.', 'double-space'],
    ['Vous savez bien.', 'coach-vous'],
  ])('R5 does not let « %s » through', (why, code) => {
    expect(row('R5', withChoice({ why })).details).toContain(`${code} steps[5].choices[0].why`)
  })

  it('R5 wants the learner to say vous to those who say vous', () => {
    const text = 'Non. Tu peux me donner une journée ?'
    expect(row('R5', withChoice({ text })).details).toEqual(['choice-tu steps[5].choices[0].text'])
  })

  it('R5 lets the coach quote what is said with vous', () => {
    expect(row('R5', withChoice({ why: 'Tu peux dire : « Vous avez un moment ? »' })).ok).toBe(true)
  })
})

describe('A, E: people', () => {
  it('A1 refuses a cue that only the eye has', () => {
    expect(row('A1', withChoice({ why: 'Regarde la case verte en haut.' })).ok).toBe(false)
  })

  it('E1 wants women and men among those who decide', () => {
    const cast = gallery.cast.map((one) => ({
      ...one,
      ledger: { ...one.ledger, gender: 'm' as const, decides: true },
    }))
    expect(row('E1', { ...gallery, cast }).details).toContain('deciders cast')
  })

  it('E1 wants a third of the trades against stereotype, and not one less', () => {
    const cast = gallery.cast[0]
    if (!cast) throw new Error('The gallery has no cast.')
    const people = Array.from({ length: 5 }, (_, i) => ({
      ...cast,
      name: `Person ${i}`,
      ledger: { gender: 'f' as const, age: 20 + 10 * i, place: `Place ${i}`, offbeat: i < 1 },
    }))
    const codes = (list: typeof people) => castLedger([{ cast: list }]).details.map((d) => d.code)
    expect(codes(people)).toEqual(['offbeat'])
    expect(codes(people.slice(0, 3))).toEqual([])
  })

  it('E3 warns of eight words in a row taken from a fact', () => {
    const said = 'On m’a dit que ton employeur doit te laisser aller au CFA.'
    const facts = new Map([fact('f01', { text: 'Ton employeur doit te laisser aller au CFA.' })])
    expect(row('E3', withChoice({ why: said }), { facts }).details).toHaveLength(1)
    expect(row('E3', withChoice({ why: said })).details).toEqual([])
    expect(row('E3', gallery)).toMatchObject({ ok: true, warning: true })
  })

  it('E2 wants a notice before a sensitive decision', () => {
    const steps = [decision('d', 'end', { a: {} }, { sensitive: true }), ending()]
    expect(row('E2', smallModule(steps)).details).toEqual(['no-notice steps[0]'])
  })
})
