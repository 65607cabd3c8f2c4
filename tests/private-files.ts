/** The files of a pretended origin private file system, by folder and name. */
export type Folders = Map<string, Map<string, string>>

/**
 * An origin private file system in memory, for Node, which has none: what `mirror` uses of it, with its
 * rule that matters: a file changes when its writable is closed, all at once. The journeys run the real one.
 */
export function privateFiles(folders: Folders = new Map()) {
  /** Set to refuse every write, as a full disk does. */
  const disk = { full: false }

  const fileIn = (files: Map<string, string>, name: string) => ({
    getFile: () =>
      Promise.resolve({
        size: new Blob([files.get(name) ?? '']).size,
        text: () => Promise.resolve(files.get(name) ?? ''),
      }),
    createWritable: ({ keepExistingData }: { keepExistingData: boolean }) => {
      let content = keepExistingData ? (files.get(name) ?? '') : ''
      let at = 0
      return Promise.resolve({
        seek: (place: number) => Promise.resolve(void (at = place)),
        write: (text: string) => {
          if (disk.full) return Promise.reject(new DOMException('full', 'QuotaExceededError'))
          const kept = new TextDecoder().decode(new TextEncoder().encode(content).slice(0, at))
          content = kept + text
          return Promise.resolve()
        },
        close: () => Promise.resolve(void files.set(name, content)),
      })
    },
  })

  const folderAt = (files: Map<string, string>) => ({
    getFileHandle: (name: string, options?: { create: boolean }) => {
      if (!files.has(name) && !options?.create)
        return Promise.reject(new DOMException('no such file', 'NotFoundError'))
      if (!files.has(name)) files.set(name, '')
      return Promise.resolve(fileIn(files, name))
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- an async iterator, like the real one
    keys: async function* () {
      yield* files.keys()
    },
  })

  const root = {
    getDirectoryHandle: (name: string, options?: { create: boolean }) => {
      if (!folders.has(name) && !options?.create)
        return Promise.reject(new DOMException('no such folder', 'NotFoundError'))
      const files = folders.get(name) ?? new Map<string, string>()
      folders.set(name, files)
      return Promise.resolve(folderAt(files))
    },
    removeEntry: (name: string) =>
      folders.delete(name)
        ? Promise.resolve()
        : Promise.reject(new DOMException('no such folder', 'NotFoundError')),
  }
  return {
    folders,
    disk,
    storage: { getDirectory: () => Promise.resolve(root as unknown as FileSystemDirectoryHandle) },
    /** What the browser must have for files to be written from the page. */
    FileHandle: class {
      createWritable(): void {}
    },
  }
}
