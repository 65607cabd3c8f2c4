import type { Scenario } from '../../src/core/scenario'

/**
 * A module of a chosen size: each step has three choices, one numeric condition and one assignment,
 * like the story the peers were measured with.
 */
export function generatedModule(steps: number): Scenario {
  const decisions: Scenario['steps'] = Array.from({ length: steps - 1 }, (_, index) => ({
    id: `s${index}`,
    kind: 'decision',
    objectives: ['o1'],
    lines: [{ by: 'awa', text: 'Bonjour, vous appelez pour quelle formation ?', mood: 'calm' }],
    choices: (['a', 'b', 'c'] as const).map((id, choice) => ({
      id,
      text: 'Je donne mon nom et la formation.',
      quality: choice === 0 ? 'best' : 'ok',
      rule: 'r1',
      ...(choice === 2 ? { when: { compare: 'trust', is: '>=', to: 1 } } : {}),
      effects: [{ add: 'trust', by: choice - 1 }],
      why: 'Elle sait qui appelle, et elle peut chercher la bonne personne.',
      next: 'Ajoute une question précise.',
      to: index + 2 < steps ? `s${index + 1}` : 'end',
    })),
  }))
  return { ...shell, steps: [...decisions, ending] }
}

const ending: Scenario['steps'][number] = {
  id: 'end',
  kind: 'ending',
  rank: 4,
  title: 'Rendez-vous noté',
  lines: [],
  summary: 'Tu as un rendez-vous.',
  retry: { step: 's0', text: 'Recommence au début.' },
}

const shell: Omit<Scenario, 'steps'> = {
  format: 1,
  id: 'generated',
  version: '1.0.0',
  lang: 'fr',
  title: 'Module mesuré',
  passage: 'cfa',
  summary: 'Un module engendré pour les mesures.',
  minutes: { first: 10, replay: 5 },
  objectives: [{ id: 'o1', text: 'Se présenter.' }],
  rules: [{ id: 'r1', text: 'Dire qui je suis.' }],
  misconceptions: [],
  facts: [],
  fiction: [],
  cast: [
    {
      id: 'awa',
      name: 'Mme Awa',
      role: 'accueil',
      address: 'vous',
      look: { head: 'bun', skin: 'ae5d29', hair: '2c1b18', clothing: '8fa7df' },
      ledger: { gender: 'f', age: 45, place: 'Lyon' },
    },
  ],
  meters: [
    {
      kind: 'gauge',
      id: 'trust',
      label: 'Confiance',
      icon: 'handshake',
      min: 0,
      max: 10,
      start: 5,
      levels: [{ from: 0, text: 'fermée' }],
    },
  ],
  memory: [],
  levels: [
    { id: 'n1', label: 'Niveau 1', summary: 'Tout.', stepBack: true, hints: true, notes: 'now' },
  ],
  variants: [{ id: 'v1', label: 'Une', levels: ['n1'] }],
  start: 's0',
  after: {
    reflection: {
      question: 'Pourquoi ?',
      reasons: [{ id: 'a', text: 'Parce que.', right: true, note: 'Oui.' }],
    },
    cards: [],
    plans: [],
    sheet: { title: 'Fiche', sections: [{ heading: 'Dire', lines: ['Bonjour.'] }] },
    script: [],
    task: { text: 'Appelle.', ally: 'Un proche.' },
    live: ['courses'],
    confidence: [],
    nerves: { id: 'trac', text: 'Le trac.' },
    situations: [],
  },
  teacher: {
    plan: [{ minutes: 55, what: 'Jouer.' }],
    questions: ['Pourquoi ?'],
    disclosure: 'Écouter.',
  },
}
