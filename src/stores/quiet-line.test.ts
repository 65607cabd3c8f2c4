import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { watch } from 'vue'
import { afterRunIn } from '../data/after-run'
import { db } from '../data/db'
import { useQuietLine } from './quiet-line'

beforeEach(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  await Promise.all(db.tables.map((table) => table.clear()))
})

it('a line sent away leaves the screen once the device knows it', async () => {
  const quiet = useQuietLine()
  await quiet.load()
  expect(quiet.line?.kind).toBe('before')
  let known: Promise<number> | undefined
  watch(
    () => quiet.line,
    () =>
      (known = afterRunIn(db)
        .ratings()
        .then(({ length }) => length)),
    { flush: 'sync' },
  )
  await quiet.dismiss()
  expect(quiet.line).toBeUndefined()
  expect(await known).toBe(1)
})
