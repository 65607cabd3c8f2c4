import { openEveryScreen } from './addresses'
import { expect } from './app'
import { keptRuns } from './device'
import { test } from './own-site'
import { MODULES, openModule, playToEnding, readyOffline, sceneOf } from './player'

test('after one visit, every screen opens and a module plays to its ending without a server', async ({
  context,
  page,
  own,
}) => {
  await page.goto('./')
  await readyOffline(page)
  await page.close()
  await own.close()
  await expect(fetch(own.url)).rejects.toThrow()

  /** Each address in a tab of its own: nothing is left in memory. */
  async function opened(route: string) {
    const tab = await context.newPage()
    await tab.goto(`${own.url}#${route}`)
    return tab
  }

  const home = await opened('/')
  await expect(home.getByRole('heading', { level: 1, name: 'À toi de jouer' })).toBeVisible()
  await home.close()
  for (const module of MODULES) {
    const tab = await opened(`/jouer/${module}`)
    await sceneOf(tab)
    await tab.close()
  }
  const settings = await opened('/reglages')
  await expect(settings.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible()
  await settings.close()
  const unknown = await opened('/nulle-part')
  await expect(unknown.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  await unknown.close()

  const play = await opened('/')
  await openModule(play, 'mes-45-premiers-jours')
  await playToEnding(play, [0, 1, 2])
  await play.getByRole('link', { name: 'Voir mon bilan' }).click()
  await expect(play.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  const ended = (await keptRuns(play)).find(({ run }) => run.ending !== undefined)
  await play.close()
  const debrief = await opened(`/bilan/${ended?.run.id}`)
  await expect(debrief.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
})

test('every address of the app opens without a server', async ({ page, own }) => {
  await openModule(page, 'je-ne-sais-pas-encore')
  await playToEnding(page)
  await readyOffline(page)
  await own.close()
  await openEveryScreen(page, 'je-ne-sais-pas-encore')
})
