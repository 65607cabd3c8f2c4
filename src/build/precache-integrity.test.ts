import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { precacheIntegrity } from './precache-integrity.ts'

it('gives each entry the sha384 of its file and changes nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'precache-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await writeFile(join(root, 'a.js'), 'abc')

  const entry = { url: 'a.js', revision: null, size: 3 }
  expect(await precacheIntegrity(root)([entry])).toEqual({
    manifest: [
      {
        ...entry,
        integrity: 'sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn',
      },
    ],
    warnings: [],
  })
})
