/**
 * Why a row of a file is left out. shape: it cannot be read; chain: its run was broken; text: the module it was
 * played on cannot be played here; conflict: both sides went on differently; unknown: no such table.
 */
export const LEFT_OUT = ['shape', 'chain', 'text', 'conflict', 'unknown'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** What a file would change in one table (or among the runs). */
export interface Changes<Row> {
  added: Row[]
  /** Rows of the device that are to be replaced, each with the new one. */
  updated: { mine: Row; row: Row }[]
  /** Rows that are already there, word for word. */
  same: number
  /** Rows that are newer on the device: they stay. */
  older: number
  refused: Record<LeftOut, number>
}

/** No change yet. */
export function noChanges<Row>(): Changes<Row> {
  return {
    added: [],
    updated: [],
    same: 0,
    older: 0,
    refused: { shape: 0, chain: 0, text: 0, conflict: 0, unknown: 0 },
  }
}
