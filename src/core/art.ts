import type { Mood } from './look'

/** A drawn shape: tag, attributes, shapes inside. Data, so that no markup is ever parsed by the page. */
export type Shape = ['path' | 'g', Record<string, string>, Shape[]?]

/** The drawings of a module: each person under and over their face, and the faces they share (704 × 704). */
export interface Art {
  people: Record<string, { under: Shape[]; over: Shape[] }>
  faces: Partial<Record<Mood, Shape[]>>
}
