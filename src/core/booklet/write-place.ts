import { shuffled } from '../chance'
import type { Choice, Effect, Line, StepOf } from '../scenario'
import { toAsk, type Setting } from './ask'
import type { Keep } from './keep'
import type { Known } from './known'
import type { PaperChoice, PaperLine, PaperNote, Part, Turn } from './paper'
import type { Change, Place, Places, Way } from './places'
import { settled } from './settle'

/** What is written at a place, and the note of the coach. */
export interface Written {
  parts: Part[]
  note?: PaperNote
}

/** What writing a place needs. */
export interface Writer {
  places: Places
  keep: Keep
  setting: Setting
  seed: number
  numberOf: (place: string) => number
}

/** Writes a place: what is read there, what is chosen, and where that leads. */
export function writePlace(writer: Writer, place: Place): Written {
  if (place.kind === 'fork') return { parts: [fork(writer, place)] }
  return place.kind === 'answer' ? writeAnswer(writer, place) : writeScene(writer, place)
}

function writeScene(writer: Writer, place: Place): Written {
  const { step } = place
  const { setting, seed, keep } = writer
  const said = 'lines' in step ? linesOf(writer, place, step.lines) : []
  const ways = waysOf(writer, place)
  const parts: Part[] = said.length ? [{ kind: 'lines', lines: said }] : []
  const turn = (by: string) =>
    turnOf(
      writer,
      place,
      ways.find((way) => way.by === by),
    )
  switch (step.kind) {
    case 'decision': {
      const { prompt } = step
      const hint = setting.scenario.levels.find(({ id }) => id === setting.level)?.hints
        ? step.hint
        : undefined
      parts.push({
        kind: 'choices',
        step: step.id,
        ...(prompt ? { prompt } : {}),
        ...(hint ? { hint } : {}),
        choices: choicesOf(writer, place, step),
      })
      break
    }
    case 'pick':
      parts.push({
        kind: 'pick',
        prompt: step.prompt,
        least: step.least,
        most: step.most,
        options: pickOptions(step, seed).map(({ letter, item: { id, text } }) => ({
          letter,
          id,
          text,
        })),
        to: turn('picked').to,
      })
      break
    case 'order':
      parts.push({
        kind: 'order',
        prompt: step.prompt,
        items: orderItems(step, seed).map(({ letter, item }) => ({ letter, ...item })),
        to: turn('ordered').to,
      })
      break
    case 'write': {
      const { prompt, starter, example } = step
      const blank = keep.sheet.blanks.find(({ id }) => id === step.into)?.number ?? 0
      const base = { kind: 'write' as const, blank, prompt, example }
      parts.push({
        ...base,
        ...(starter ? { starter } : {}),
        // When something is said of it, the marks are made there.
        written: step.why || step.effects?.length ? unmarked(turn('written')) : turn('written'),
        skipped: turn('next'),
      })
      break
    }
    case 'sensitive': {
      const { notice, help } = step
      const [full, short, skip] = [turn('full'), turn('short'), turn('skip')]
      parts.push({ kind: 'sensitive', notice, help, full, short, skip })
      break
    }
    case 'model':
      parts.push({
        kind: 'model',
        sides: (['poor', 'good'] as const).map((side) => {
          const { title, lines, note } = step[side]
          return { side, title, lines: linesOf(writer, place, lines), note }
        }),
      })
      parts.push({ kind: 'go', turn: turn('next') })
      break
    case 'say':
      parts.push({ kind: 'say', prompt: step.prompt, sentence: step.sentence })
      parts.push({ kind: 'go', turn: turn('next') })
      break
    case 'ending': {
      const { id, rank, title, summary, retry } = step
      const at = [...writer.places.places.values()].find(
        (one) => one.kind === 'scene' && one.step.id === retry.step,
      )
      const base = { kind: 'ending' as const, step: id, rank, title, summary, retry: retry.text }
      parts.push(at ? { ...base, retryAt: writer.numberOf(at.key) } : base)
      break
    }
    default:
      parts.push({ kind: 'go', turn: turn('next') })
  }
  return { parts }
}

function writeAnswer(writer: Writer, place: Place): Written {
  const { step, answer } = place
  const { seed, places } = writer
  const arriving = places.into.get(place.key)?.[0]
  const before = arriving && places.known.get(arriving.from)
  if (!arriving || !before) throw new Error(`Nothing leads to ${place.key}.`)
  const marks = (change: Change, known: Known = before) =>
    writer.keep.marks(change, known, place.key)
  const go: Part = { kind: 'go', turn: turnOf(writer, place, waysOf(writer, place)[0]) }
  const alone = (effects: readonly Effect[] = []): Change => ({ effects, passed: [] })

  if (step.kind === 'decision') {
    const choice = step.choices.find(({ id }) => id === answer)
    if (!choice) throw new Error(`The step ${step.id} has no choice ${answer}.`)
    const asked = places.places.get(arriving.from)
    const letter = asked && choicesOf(writer, asked, step).find(({ id }) => id === answer)?.letter
    return {
      parts: [
        { kind: 'said', letter: letter ?? '', text: choice.text },
        ...marked(marks(arriving.change)),
        ...spoken(linesOf(writer, place, choice.reaction)),
        go,
      ],
      note: noteOf(step, choice),
    }
  }
  if (step.kind === 'pick') {
    const options = pickOptions(step, seed)
    const items = options.map(({ letter, item: { text, good, why } }) => ({
      letter,
      text,
      good,
      why,
    }))
    const done = options.map(({ letter, item: { id, effects } }) => ({
      letter,
      id,
      marks: marks(alone(effects), unsure(before, effects)),
    }))
    return {
      parts: [
        { kind: 'picked', options: done.filter((option) => option.marks.length) },
        ...marked(marks(arriving.change)),
        ...spoken(linesOf(writer, place, step.reaction)),
        go,
      ],
      note: { why: step.why, items },
    }
  }
  if (step.kind === 'order') {
    const letterOf = new Map(orderItems(step, seed).map(({ letter, item }) => [item.id, letter]))
    const right = { effects: step.effects ?? [], passed: [`${step.id}/right`] }
    return {
      parts: [
        {
          kind: 'ordered',
          letters: step.items.map(({ id }) => letterOf.get(id) ?? ''),
          marks: marks(right),
        },
        ...marked(marks(arriving.change)),
        go,
      ],
      note: { why: step.why },
    }
  }
  const why = step.kind === 'write' ? step.why : undefined
  return { parts: [...marked(marks(arriving.change)), go], ...(why ? { note: { why } } : {}) }
}

function fork(writer: Writer, place: Place): Part {
  return {
    kind: 'fork',
    ways: waysOf(writer, place).map((way) => ({
      ...turnOf(writer, place, way),
      ...whenOf(writer, place, way.ask),
    })),
  }
}

function choicesOf(writer: Writer, place: Place, step: StepOf<'decision'>): PaperChoice[] {
  const ways = new Map(waysOf(writer, place).map((way) => [way.by, way]))
  const open = step.choices.filter(({ id }) => ways.has(id))
  return lettered(shuffled(open, writer.seed, step.id)).map(({ letter, item }) => {
    const way = ways.get(item.id)
    const to = way ? writer.numberOf(way.to) : 0
    // The marks of a choice are made on arrival, where the reaction is read.
    const choice = { letter, id: item.id, text: item.text, marks: [], to }
    return way ? { ...choice, ...whenOf(writer, place, way.ask) } : choice
  })
}

function noteOf(step: StepOf<'decision'>, { quality, why, next, fact }: Choice): PaperNote {
  return {
    ...(step.cold || step.sensitive ? {} : { quality }),
    why,
    ...(next ? { next } : {}),
    ...(fact ? { fact } : {}),
  }
}

function linesOf(writer: Writer, place: Place, lines: readonly Line[] = []): PaperLine[] {
  const { setting, places } = writer
  return lines.flatMap((line) => {
    const ask = settled(toAsk(line.when, setting), place, places, setting.scenario)
    if (ask === false) return []
    const when = writer.keep.when(ask, writer.numberOf)
    return [when ? { line, when } : { line }]
  })
}

function whenOf(writer: Writer, place: Place, ask: Way['ask']) {
  const { places, setting, keep, numberOf } = writer
  const when = keep.when(settled(ask, place, places, setting.scenario), numberOf)
  return when ? { when } : {}
}

function waysOf({ places }: Writer, place: Place): readonly Way[] {
  return places.ways.get(place.key) ?? []
}

function turnOf(writer: Writer, place: Place, way: Way | undefined): Turn {
  const known = writer.places.known.get(place.key)
  if (!way || !known) throw new Error(`A way out of ${place.key} is missing.`)
  return { marks: writer.keep.marks(way.change, known, way.to), to: writer.numberOf(way.to) }
}

function unmarked({ to }: Turn): Turn {
  return { marks: [], to }
}

function marked(marks: Extract<Part, { kind: 'marks' }>['marks']): Part[] {
  return marks.length ? [{ kind: 'marks', marks }] : []
}

function spoken(lines: PaperLine[]): Part[] {
  return lines.length ? [{ kind: 'lines', lines }] : []
}

/** Shuffled, unless two options move the same thing in two directions: their order would then matter. */
function pickOptions(step: StepOf<'pick'>, seed: number) {
  const ways = new Map<string, Set<string>>()
  for (const effect of step.options.flatMap(({ effects }) => effects ?? [])) {
    const [name, way] =
      'add' in effect
        ? [effect.add, String(Math.sign(effect.by))]
        : 'set' in effect
          ? [effect.set, String(effect.to)]
          : [effect.remember, effect.text]
    ways.set(name, (ways.get(name) ?? new Set()).add(way))
  }
  const isAnyOrder = [...ways.values()].every((directions) => directions.size === 1)
  return lettered(isAnyOrder ? shuffled(step.options, seed, step.id) : step.options)
}

function orderItems(step: StepOf<'order'>, seed: number) {
  return lettered(shuffled(step.items, seed, step.id))
}

function lettered<T>(items: readonly T[]): { letter: string; item: T }[] {
  return items.map((item, index) => ({ letter: String.fromCharCode(65 + index), item }))
}

/** Any of the options may have been picked before this one: of what they set, nothing is sure. */
function unsure(known: Known, effects: readonly Effect[] = []): Known {
  const bools = new Map(known.bools)
  for (const effect of effects) if ('set' in effect) bools.set(`flag:${effect.set}`, 3)
  return { ...known, bools }
}
