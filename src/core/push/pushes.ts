import type { LiveLink } from '../scenario'

/** A moment of the journey to write about: the module to rehearse first, and the real thing to do next. */
export interface Push {
  id: (typeof PUSH_IDS)[number]
  /** Folder of the module. */
  module: string
  live: LiveLink
}

export const PUSH_IDS = [
  'contact',
  'canvass',
  'spontaneous',
  'interview',
  'first-days',
  'undecided',
] as const
export type PushId = Push['id']

export const PUSHES: Readonly<Record<PushId, Push>> = {
  contact: { id: 'contact', module: 'allo-le-cfa', live: 'contact-cfa' },
  canvass: { id: 'canvass', module: 'trouver-mon-entreprise', live: 'jobs' },
  spontaneous: { id: 'spontaneous', module: 'trouver-mon-entreprise', live: 'companies' },
  interview: { id: 'interview', module: 'mon-entretien', live: 'interview-tips' },
  'first-days': { id: 'first-days', module: 'mes-45-premiers-jours', live: 'mentor-guide' },
  undecided: { id: 'undecided', module: 'je-ne-sais-pas-encore', live: 'explore' },
}
