import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { openMoves } from '../core/play'
import { afterRunIn } from '../data/after-run'
import { db, EPOCH } from '../data/db'
import { useCurrentRun } from './current-run'
import { useSheet } from './sheet'

const MODULE = 'allo-le-cfa'

beforeEach(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  await Promise.all(db.tables.map((table) => table.clear()))
})

/** Plays to an ending, always the first answer, then opens the sheet. */
async function openedSheet() {
  const current = useCurrentRun()
  await current.open({ module: MODULE, level: 'n1' })
  while (current.step?.kind !== 'ending') {
    const { game, snapshot } = current
    await current.choose((game && snapshot && openMoves(game, snapshot)[0]?.pick) ?? '')
  }
  const id = current.run?.id ?? ''
  await current.close()
  const sheet = useSheet()
  await sheet.open(id)
  return sheet
}

const onDevice = () => afterRunIn(db).sheetWords(MODULE)

describe('what is written on a sheet', () => {
  it('is on the device when saving ends, even if another saving had begun', async () => {
    const sheet = await openedSheet()
    sheet.write('blank:nom', 'Mme  Sissoko')
    void sheet.save()
    await sheet.save()
    expect(await onDevice()).toEqual({ 'blank:nom': 'Mme Sissoko' })
  })

  it('is offered again to a device that refused it', async () => {
    const sheet = await openedSheet()
    await db.meta.put({ key: 'epoch', value: EPOCH + 1 })
    sheet.write('blank:nom', 'Mme Sissoko')
    await sheet.save()
    expect(sheet.trouble).toBe('newer')
    await db.meta.put({ key: 'epoch', value: EPOCH })
    await sheet.save()
    expect(sheet.trouble).toBeUndefined()
    expect(await onDevice()).toEqual({ 'blank:nom': 'Mme Sissoko' })
  })
})
