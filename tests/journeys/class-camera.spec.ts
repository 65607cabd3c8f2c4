import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handedInLink } from '../handed-in-link'
import { codePicture } from '../pictures/code-picture'
import { toY4m } from '../pictures/formats'
import { views } from '../pictures/views'
import { expect, test } from './app'
import { giveFirstModule, makeClass, openCollect } from './classroom'

/** What the camera sees: the browser opens the file when the camera is turned on, not before. */
const film = join(tmpdir(), `a-toi-de-jouer-camera-${process.pid}.y4m`)
const PICTURES_A_SECOND = 2

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
    }),
})
test.afterAll(() => rmSync(film, { force: true }))

test('a webcam takes the results of 24 phones in under two minutes, however they are held', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.addInitScript(() => {
    const buzzes: unknown[] = []
    Object.assign(globalThis, { buzzes })
    navigator.vibrate = (pattern) => Boolean(buzzes.push(pattern))
  })
  await makeClass(page)
  const link = await giveFirstModule(page)
  const cheap = Object.values(views).filter(({ width }) => width === undefined)
  const pictures = Array.from({ length: 24 }, (_, pupil) =>
    [0, 5, 10].map((turn) =>
      codePicture(handedInLink(link, pupil + 1), cheap[(pupil + turn) % cheap.length]),
    ),
  ).flat()
  writeFileSync(film, toY4m(pictures, PICTURES_A_SECOND))

  await openCollect(page)
  const started = Date.now()
  await page.getByRole('button', { name: 'Allumer la caméra' }).click()
  await expect(page.getByLabel('Résultats reçus pour cette classe')).toHaveText('24 / 24', {
    timeout: 120_000,
  })
  test.info().annotations.push({
    type: 'figure',
    description: `24 results by camera: ${Math.round((Date.now() - started) / 1000)} s`,
  })
  // Each phone is held for three pictures and read again and again: it counts, and is signalled, once.
  const log = page.getByRole('listitem')
  await expect(log).toHaveCount(24)
  await expect(log.filter({ hasText: 'reçu' })).toHaveCount(24)
  const buzzes = await page.evaluate(() => (globalThis as unknown as { buzzes: [] }).buzzes)
  expect(buzzes).toHaveLength(24)
  await page.getByRole('button', { name: 'Éteindre la caméra' }).click()
  await expect(page.getByRole('button', { name: 'Allumer la caméra' })).toBeVisible()
})
