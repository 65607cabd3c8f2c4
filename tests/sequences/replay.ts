import fc from 'fast-check'
import { anyCommands, newTab } from './commands'
import { loaded, type Device, type Model } from './model'
import type { World } from './world'

/**
 * Plays sequences of things that may happen to a device, each on an empty one, and compares what it holds and shows
 * with the model after each of them.
 * @param numRuns how many sequences
 * @param seed the same sequences each time, unless another one is given
 * @throws with the shortest sequence found that does not agree
 */
export async function playSequences(world: World, numRuns: number, seed: number): Promise<void> {
  const { db } = await loaded()
  const refuse = () => {
    if (world.disk.full) throw new DOMException('no room', 'QuotaExceededError')
  }
  db.records.hook('creating', refuse)
  db.runs.hook('creating', refuse)
  await fc.assert(
    fc.asyncProperty(anyCommands, async (sequence) => {
      await db.transaction('rw', db.tables, () =>
        Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear())),
      )
      await world.writeFiles(new Map())
      world.disk.full = false
      const device: Device = { world, tabs: [newTab(), newTab()] }
      try {
        await fc.asyncModelRun(() => ({ model: newModel(), real: device }), sequence)
      } finally {
        await Promise.all(device.tabs.map((tab) => tab.close()))
      }
    }),
    { numRuns, seed, includeErrorInReport: true },
  )
}

function newModel(): Model {
  return { run: undefined, records: [], tabs: [undefined, undefined], backup: undefined }
}
