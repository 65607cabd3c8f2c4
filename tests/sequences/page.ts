import { playSequences } from './replay'
import { FOLDER, type World } from './world'

declare global {
  interface Window {
    /** @returns how many sequences were played; rejects with the first that does not agree with the model */
    playSequences: (count: number, seed: number) => Promise<number>
  }
}

const disk = { full: false }
const clock = { now: Date.now() }

/** A real browser: its database, its private files, its storage. Only the room on the disk and the clock are ours. */
const world: World = {
  async readFiles() {
    const files = new Map<string, string>()
    for (const [name, handle] of await handles()) files.set(name, await textOf(handle))
    return files
  },
  async writeFiles(files) {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined)
    if (!files.size) return
    const folder = await root.getDirectoryHandle(FOLDER, { create: true })
    for (const [name, content] of files) {
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable()
      await writable.write(content)
      await writable.close()
    }
  },
  disk,
  clock,
  turn: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(0)
    }),
}

async function handles(): Promise<[string, FileSystemFileHandle][]> {
  const root = await navigator.storage.getDirectory()
  const found: [string, FileSystemFileHandle][] = []
  try {
    const folder = await root.getDirectoryHandle(FOLDER)
    for await (const [name, handle] of folder.entries()) {
      // What is being written, and is not yet in place of the file.
      if (name.endsWith('.crswap') || !(handle instanceof FileSystemFileHandle)) continue
      found.push([name, handle])
    }
  } catch {
    // Nothing was ever kept.
  }
  return found
}

/** A file that is being replaced is read again; a moment later it is there. */
async function textOf(handle: FileSystemFileHandle): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await handle.getFile()).text()
    } catch (error) {
      if (tries > 100) throw error
      await world.turn()
    }
  }
}

const write = FileSystemWritableFileStream.prototype.write
FileSystemWritableFileStream.prototype.write = function (data) {
  return disk.full
    ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
    : write.call(this, data)
}
Date.now = () => clock.now++
// A busy machine is no browser that has stopped answering: the app's patience, seconds long, becomes minutes.
const wait = window.setTimeout.bind(window)
window.setTimeout = ((work: () => void, delay = 0) =>
  wait(work, delay < 1_000 ? delay : delay * 60)) as typeof window.setTimeout

window.playSequences = async (count, seed) => {
  await playSequences(world, count, seed)
  return count
}
