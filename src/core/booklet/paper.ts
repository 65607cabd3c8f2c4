import type { Line, Scenario, StepOf } from '../scenario'
import type { Span } from './ask'

/** A condition as it is printed: questions a reader answers by looking at their tracking sheet. */
export type When =
  | { kind: 'word'; word: string; yes: boolean }
  | { kind: 'tick'; meter: string; flag: string; yes: boolean }
  | { kind: 'blank'; blank: number; yes: boolean }
  /** Where the marker of a track stands. */
  | ({ kind: 'track'; track: string } & Span)
  /** How many boxes of a checklist are ticked. */
  | ({ kind: 'count'; meter: string } & Span)
  /** The paragraph read just before. */
  | { kind: 'from'; numbers: number[] }
  | { kind: 'all' | 'any'; parts: When[] }

/** Something to do on the tracking sheet. */
export type Mark =
  | { kind: 'move'; track: string; by: number }
  | { kind: 'put'; track: string; at: number }
  | { kind: 'tick'; meter: string; flag: string; on: boolean }
  | { kind: 'word'; word: string; on: boolean }
  | { kind: 'blank'; blank: number; text: string }

/** A line said, when its condition holds. */
export interface PaperLine {
  line: Line
  when?: When
}

/** Where to go on reading: marks first, then the paragraph. */
export interface Turn {
  marks: Mark[]
  to: number
}

/** The coach's note of an answer; `quality` is missing where nothing is right or wrong. */
export interface PaperNote {
  quality?: 'best' | 'ok' | 'trap'
  why: string
  next?: string
  fact?: string
  /** For several things picked: what each was worth. */
  items?: { letter: string; text: string; good: boolean; why: string }[]
}

/** One of the answers of a decision. */
export interface PaperChoice extends Turn {
  /** `A`, `B`… */
  letter: string
  id: string
  text: string
  when?: When
}

/** A piece of a paragraph, in reading order. */
export type Part =
  | { kind: 'marks'; marks: Mark[] }
  | { kind: 'lines'; lines: PaperLine[] }
  | { kind: 'said'; letter: string; text: string }
  | { kind: 'note'; note: PaperNote }
  | { kind: 'choices'; step: string; prompt?: string; hint?: string; choices: PaperChoice[] }
  | {
      kind: 'pick'
      prompt: string
      least: number
      most: number
      options: { letter: string; id: string; text: string }[]
      to: number
    }
  | { kind: 'picked'; options: { letter: string; id: string; marks: Mark[] }[] }
  | {
      kind: 'order'
      prompt: string
      items: { letter: string; id: string; text: string }[]
      to: number
    }
  | { kind: 'ordered'; letters: string[]; marks: Mark[] }
  | {
      kind: 'write'
      blank: number
      prompt: string
      starter?: string
      example: string
      written: Turn
      skipped: Turn
    }
  | { kind: 'say'; prompt: string; sentence: string }
  | {
      kind: 'model'
      sides: { side: 'poor' | 'good'; title: string; lines: PaperLine[]; note: string }[]
    }
  | { kind: 'sensitive'; notice: string; help: string[]; full: Turn; short: Turn; skip: Turn }
  | { kind: 'fork'; ways: (Turn & { when?: When })[] }
  | { kind: 'go'; turn: Turn }
  | {
      kind: 'ending'
      step: string
      rank: StepOf<'ending'>['rank']
      title: string
      summary: string
      retry: string
      /** The paragraph to think about again, when it is printed. */
      retryAt?: number
    }

/** A numbered paragraph. */
export interface Paragraph {
  number: number
  /** The steps whose text it holds. */
  steps: string[]
  parts: Part[]
}

/** A row of numbers with a marker: a gauge of the module, or a counter of the story. */
export interface Track {
  id: string
  /** A counter has no name of its own that the reader may know: it goes by a word. */
  label: string
  min: number
  max: number
  start: number
  levels: { from: number; text: string }[]
}

/** A line of the sheet: something the learner writes, or words of theirs to tick. */
export interface Blank {
  number: number
  id: string
  label: string
  /** What can be ticked, one at a time; empty when the line is to be written. */
  texts: string[]
}

/** What the reader keeps with a pencil. */
export interface TrackingSheet {
  tracks: Track[]
  checklists: Extract<Scenario['meters'][number], { kind: 'checklist' }>[]
  /** In the order of the alphabet; `circled` is so from the start. */
  words: { word: string; circled: boolean }[]
  blanks: Blank[]
}

/** A module as a gamebook, for one level, variant and seed. Its first paragraph is number 1. */
export interface Booklet {
  level: Scenario['levels'][number]
  variant: Scenario['variants'][number]
  seed: number
  paragraphs: Paragraph[]
  sheet: TrackingSheet
  /** The coach's notes, by paragraph, when they are only read after the story. */
  notes: { number: number; note: PaperNote }[]
}
