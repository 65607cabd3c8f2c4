/** What a device has besides its database, where sequences are played: in memory, or in a real browser. */
export interface World {
  /** The private files of the app, by name. */
  readFiles: () => Promise<Map<string, string>>
  /** Puts these files there, and leaves no other. */
  writeFiles: (files: ReadonlyMap<string, string>) => Promise<void>
  /** While it is full, no run, no record and no file is written. */
  disk: { full: boolean }
  clock: { now: number }
  /** Lets everything that waits take one turn. */
  turn: () => Promise<void>
}

/** The folder of the app among private files. */
export const FOLDER = 'a-toi-de-jouer'
