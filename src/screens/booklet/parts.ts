/** What can be printed of a story, each on its own pages. */
export const PARTS = ['story', 'sheet', 'cards', 'teacher'] as const

/** Which parts are printed. */
export type Printed = Record<(typeof PARTS)[number], boolean>

/** How many booklets with other numbers a story has. */
export const EDITIONS = 4
