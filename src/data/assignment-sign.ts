/**
 * A small sign, outside IndexedDB, of the assignments a pupil accepted: the first screen and the player must know
 * of them before anything heavy is loaded. The assignments themselves are in the database.
 */
export interface AssignmentSign {
  id: string
  /** The modules it asks for. */
  modules: string[]
  stepBack: boolean
}

const KEY = 'atdj.assignments'

/** The signs left on this device; none when they cannot be read. */
export function assignmentSigns(): AssignmentSign[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSign) : []
  } catch {
    return []
  }
}

/** Leaves the signs of all accepted assignments. */
export function leaveAssignmentSigns(signs: readonly AssignmentSign[]): void {
  try {
    if (signs.length) localStorage.setItem(KEY, JSON.stringify(signs))
    else localStorage.removeItem(KEY)
  } catch {
    // No storage: the write to the database has said so already.
  }
}

/** Says whether an assignment asks that no choice of this module be taken back. */
export function isStepBackRefused(module: string): boolean {
  return assignmentSigns().some(({ modules, stepBack }) => !stepBack && modules.includes(module))
}

function isSign(value: unknown): value is AssignmentSign {
  if (typeof value !== 'object' || value === null) return false
  const { id, modules, stepBack } = value as Partial<Record<keyof AssignmentSign, unknown>>
  return typeof id === 'string' && Array.isArray(modules) && typeof stepBack === 'boolean'
}
