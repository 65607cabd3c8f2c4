import * as v from 'valibot'
import { ACCESSORIES, FACIAL_HAIR, HEADS, MOODS } from './look'

/**
 * The shape of a module, as a teacher reads it in `scenario.json`.
 * One description serves the parser, the types and the editor schema (`scenarios/scenario.schema.json`).
 */
export const FORMAT = 1

/** Lengths in characters, counts in items. Content budgets are tighter: see `rubric`. */
const TEXT = 700
const WORDS = 200

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]*$/),
  v.maxLength(40),
  v.description('A stable name: small letters, digits and _; never changed once published.'),
)
const slug = v.pipe(v.string(), v.regex(/^_?[a-z][a-z0-9-]*$/), v.maxLength(60))
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{6}$/))
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT))
const label = v.pipe(v.string(), v.minLength(1), v.maxLength(WORDS))
const list = <const S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most))
const some = <const S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most))
const whole = v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(1000))
const value = v.union([v.boolean(), whole, label])

const named = v.strictObject({ id, text: label })

const Look = v.strictObject({
  head: v.picklist(HEADS),
  facialHair: v.optional(v.picklist(FACIAL_HAIR)),
  accessories: v.optional(v.picklist(ACCESSORIES)),
  skin: hex,
  hair: hex,
  clothing: hex,
})

const Character = v.strictObject({
  id,
  name: label,
  role: label,
  address: v.pipe(
    v.picklist(['tu', 'vous']),
    v.description('How this person speaks to the learner.'),
  ),
  look: Look,
  ledger: v.pipe(
    v.strictObject({
      gender: v.picklist(['f', 'm', 'x']),
      age: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(99)),
      place: label,
      decides: v.optional(v.boolean()),
      offbeat: v.optional(v.boolean()),
    }),
    v.description(
      'For the cast ledger: decides = takes decisions about the learner; offbeat = trade shown against stereotype.',
    ),
  ),
})

const Gauge = v.strictObject({
  kind: v.literal('gauge'),
  id,
  label,
  icon: v.picklist(['handshake', 'notebook', 'battery', 'compass', 'lightning', 'shield']),
  min: whole,
  max: whole,
  start: whole,
  levels: v.pipe(
    some(v.strictObject({ from: whole, text: label }), 8),
    v.description('Worded levels, lowest first; the first starts at min.'),
  ),
})

const Checklist = v.strictObject({
  kind: v.literal('checklist'),
  id,
  label,
  icon: v.picklist(['handshake', 'notebook', 'battery', 'compass', 'lightning', 'shield']),
  items: v.pipe(
    some(v.strictObject({ flag: id, text: label }), 8),
    v.description('Each item is ticked when its flag in memory is true.'),
  ),
})

const Memory = v.variant('kind', [
  v.strictObject({ kind: v.literal('flag'), id, start: v.optional(v.boolean()) }),
  v.strictObject({ kind: v.literal('number'), id, start: v.optional(whole) }),
  v.strictObject({
    kind: v.literal('text'),
    id,
    label: v.pipe(label, v.description('What the learner is told this text is.')),
    names: v.optional(
      v.pipe(v.literal('trade'), v.description('The search for offers begins with this text.')),
    ),
  }),
])

const Level = v.strictObject({
  id,
  label,
  summary: label,
  stepBack: v.boolean(),
  hints: v.boolean(),
  notes: v.pipe(
    v.picklist(['now', 'end']),
    v.description('When the coach explains a choice: at once, or only in the debrief.'),
  ),
})

const Variant = v.strictObject({
  id,
  label,
  levels: v.pipe(some(id, 9), v.description('The levels in which this variant can be played.')),
})

export type Condition =
  | { compare: string; is: '=' | '!=' | '<' | '<=' | '>' | '>='; to: boolean | number | string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { seen: string }
  | { given: string }
  | { level: string[] }
  | { variant: string[] }

export const Condition: v.GenericSchema<Condition> = v.lazy(() => AnyCondition)

/** Made once: a lazy schema is asked for at every condition read. */
const AnyCondition = v.union([
  v.strictObject({
    compare: v.pipe(id, v.description('A meter, a flag or a number.')),
    is: v.picklist(['=', '!=', '<', '<=', '>', '>=']),
    to: value,
  }),
  v.strictObject({ all: some(Condition, 20) }),
  v.strictObject({ any: some(Condition, 20) }),
  v.strictObject({ not: Condition }),
  v.strictObject({
    seen: v.pipe(
      v.string(),
      v.regex(/^[a-z][a-z0-9_]*(\/[a-z][a-z0-9_]*)?$/),
      v.maxLength(81),
      v.description('A step already left, or step/choice already made.'),
    ),
  }),
  v.strictObject({ given: v.pipe(id, v.description('A text in memory that has been given.')) }),
  v.strictObject({ level: some(id, 9) }),
  v.strictObject({ variant: some(id, 9) }),
])

export const Effect = v.union([
  v.strictObject({ add: v.pipe(id, v.description('A gauge or a number.')), by: whole }),
  v.strictObject({
    set: v.pipe(id, v.description('A flag or a number.')),
    to: v.union([v.boolean(), whole]),
  }),
  v.strictObject({ remember: v.pipe(id, v.description('A text in memory.')), text: label }),
])

export const Line = v.strictObject({
  by: v.pipe(id, v.description('A character id, or coach, narrator, me (the learner).')),
  text,
  mood: v.optional(v.picklist(MOODS)),
  when: v.optional(Condition),
})

const lines = list(Line, 40)
const effects = v.optional(list(Effect, 12))
const place = v.optional(
  v.picklist(['phone', 'home', 'street', 'office', 'workshop', 'shop', 'cfa', 'school', 'bus']),
)

const Choice = v.strictObject({
  id,
  text: v.pipe(label, v.description('What the learner says or does, in their own voice.')),
  quality: v.picklist(['best', 'ok', 'trap']),
  rule: v.optional(id),
  misconception: v.optional(id),
  when: v.optional(Condition),
  effects,
  reaction: v.optional(
    v.pipe(list(Line, 8), v.description('What the other person answers at once.')),
  ),
  why: v.pipe(text, v.description('The coach: what this choice does, and why.')),
  next: v.optional(v.pipe(text, v.description('The coach: what to try next. Needed unless best.'))),
  cause: v.optional(
    v.pipe(
      label,
      v.description('One sentence for the debrief, in the past: « Tu as dit… donc… ».'),
    ),
  ),
  fact: v.optional(id),
  to: id,
})

const objectives = v.optional(list(id, 5))

const LinesStep = v.strictObject({
  id,
  kind: v.literal('lines'),
  place,
  lines: some(Line, 40),
  to: id,
})

const DecisionStep = v.strictObject({
  id,
  kind: v.literal('decision'),
  place,
  objectives,
  cold: v.optional(v.pipe(v.boolean(), v.description('A first try, not scored and without note.'))),
  sensitive: v.optional(
    v.pipe(v.boolean(), v.description('Several answers are right, no meter moves.')),
  ),
  lines,
  prompt: v.optional(label),
  hint: v.optional(text),
  choices: some(Choice, 6),
})

const WriteStep = v.strictObject({
  id,
  kind: v.literal('write'),
  place,
  objectives,
  lines,
  prompt: label,
  into: v.pipe(id, v.description('The text in memory that receives the sentence.')),
  starter: v.optional(label),
  example: label,
  most: v.pipe(whole, v.minValue(10), v.maxValue(400), v.description('Characters.')),
  why: v.optional(text),
  effects,
  to: id,
})

const PickStep = v.strictObject({
  id,
  kind: v.literal('pick'),
  place,
  objectives,
  lines,
  prompt: label,
  least: v.pipe(whole, v.minValue(1)),
  most: v.pipe(whole, v.minValue(1)),
  options: v.pipe(
    v.array(v.strictObject({ id, text: label, good: v.boolean(), why: text, effects })),
    v.minLength(2),
    v.maxLength(10),
  ),
  reaction: v.optional(list(Line, 8)),
  why: text,
  to: id,
})

const OrderStep = v.strictObject({
  id,
  kind: v.literal('order'),
  place,
  objectives,
  lines,
  prompt: label,
  items: v.pipe(
    v.array(named),
    v.minLength(2),
    v.maxLength(7),
    v.description('In the right order; the player shuffles them.'),
  ),
  effects: v.optional(v.pipe(list(Effect, 12), v.description('Applied when the order is right.'))),
  why: text,
  to: id,
})

const SayStep = v.strictObject({
  id,
  kind: v.literal('say'),
  place,
  objectives,
  lines,
  prompt: label,
  sentence: v.pipe(text, v.description('What to say aloud; {memory} is replaced.')),
  to: id,
})

const example = v.strictObject({ title: label, lines: some(Line, 20), note: text })
const ModelStep = v.strictObject({
  id,
  kind: v.literal('model'),
  place,
  lines,
  poor: example,
  good: example,
  to: id,
})

const SensitiveStep = v.strictObject({
  id,
  kind: v.literal('sensitive'),
  place,
  notice: text,
  full: id,
  short: id,
  skip: id,
  help: v.pipe(some(id, 6), v.description('Facts that hold the help numbers.')),
})

const DrawStep = v.strictObject({
  id,
  kind: v.literal('draw'),
  from: v.pipe(some(id, 30), v.description('Steps of the pool; each comes back here in the end.')),
  count: v.pipe(whole, v.minValue(1)),
  to: id,
})

const BranchStep = v.strictObject({
  id,
  kind: v.literal('branch'),
  ways: some(v.strictObject({ when: Condition, to: id }), 12),
  else: id,
})

const EndingStep = v.strictObject({
  id,
  kind: v.literal('ending'),
  place,
  rank: v.pipe(v.picklist([1, 2, 3, 4]), v.description('4 = the best outcome, 1 = the hardest.')),
  title: label,
  lines,
  summary: text,
  retry: v.strictObject({ step: id, text: label }),
})

export const Step = v.variant('kind', [
  LinesStep,
  DecisionStep,
  WriteStep,
  PickStep,
  OrderStep,
  SayStep,
  ModelStep,
  SensitiveStep,
  DrawStep,
  BranchStep,
  EndingStep,
])

export const LIVE = [
  'courses',
  'contact-cfa',
  'jobs',
  'companies',
  'interview-tips',
  'pay',
  'contract-guide',
  'mentor-guide',
  'break-guide',
  'explore',
] as const

const After = v.strictObject({
  reflection: v.strictObject({
    question: label,
    reasons: some(v.strictObject({ id, text: label, right: v.boolean(), note: text }), 4),
  }),
  cards: list(
    v.strictObject({
      id,
      kind: v.picklist(['say', 'do', 'belief', 'know']),
      about: v.pipe(some(id, 6), v.description('Rules, misconceptions or objectives it recalls.')),
      front: label,
      back: text,
    }),
    12,
  ),
  plans: list(
    v.strictObject({ id, if: label, then: label, obstacle: v.optional(v.boolean()) }),
    12,
  ),
  sheet: v.strictObject({
    title: label,
    sections: some(v.strictObject({ heading: label, lines: some(text, 10) }), 8),
  }),
  script: list(v.strictObject({ label, text }), 10),
  task: v.strictObject({ text, ally: label }),
  live: some(v.picklist(LIVE), 6),
  confidence: list(named, 3),
  nerves: named,
  situations: list(
    v.strictObject({
      id,
      text,
      options: some(v.strictObject({ id, text: label, best: v.boolean() }), 4),
      why: text,
    }),
    8,
  ),
})

const Teacher = v.strictObject({
  plan: some(v.strictObject({ minutes: whole, what: text }), 12),
  questions: some(text, 6),
  disclosure: text,
  tips: v.optional(list(text, 8)),
})

export const Scenario = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(FORMAT),
  id: slug,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  title: label,
  passage: v.picklist(['explore', 'cfa', 'company', 'interview', 'joining']),
  summary: label,
  minutes: v.strictObject({ first: whole, replay: whole }),
  objectives: some(named, 5),
  rules: some(named, 4),
  misconceptions: list(v.strictObject({ id, belief: label, truth: text }), 6),
  facts: list(id, 60),
  fiction: v.pipe(
    list(label, 60),
    v.description('Numbers and times that belong to the story and need no source.'),
  ),
  cast: some(Character, 12),
  meters: list(v.variant('kind', [Gauge, Checklist]), 4),
  memory: list(Memory, 60),
  levels: some(Level, 5),
  variants: some(Variant, 8),
  start: id,
  steps: v.pipe(v.array(Step), v.minLength(1)),
  after: After,
  teacher: Teacher,
})

export type Scenario = v.InferOutput<typeof Scenario>
export type Step = v.InferOutput<typeof Step>
export type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>
export type Choice = v.InferOutput<typeof Choice>
export type Line = v.InferOutput<typeof Line>
export type Effect = v.InferOutput<typeof Effect>
export type Character = v.InferOutput<typeof Character>
export type Meter = Scenario['meters'][number]
export type After = v.InferOutput<typeof After>
export type LiveLink = (typeof LIVE)[number]
