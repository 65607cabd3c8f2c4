import { expect, type Page } from '@playwright/test'
import { choicesOf, doNext, openModule, sceneOf } from './player'
import { playAs } from './qualities'

/** Played with traps alone, one other answer changes the ending; played with middle answers alone, none does. */
const MODULE = 'je-ne-sais-pas-encore'

/** What is done at each screen of a tour. */
type Look = (page: Page, name: string) => Promise<void>

/** Goes through the screens around a play, and those of addresses that lead nowhere. */
export async function aroundAPlay(page: Page, look: Look): Promise<void> {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'home, first visit')

  await openModule(page, 'allo-le-cfa')
  await doNext(page)
  await page.goto('./#/')
  await expect(page.getByRole('link', { name: /^Reprendre/ })).toBeVisible()
  await look(page, 'home, a paused run')

  await openModule(page, MODULE)
  await playAs(page, MODULE, 'trap')
  await look(page, 'ending')
  await openDebrief(page, 'Le moment qui change tout')
  for (const fold of await page.locator('main summary').all()) await fold.click()
  await page.getByRole('radio').first().check()
  await look(page, 'debrief, one answer changes all')
  await page.getByRole('link', { name: 'Rejouer autrement' }).click()
  await playAs(page, MODULE, 'ok')
  await openDebrief(page, 'À retenter')
  await look(page, 'debrief, something to try again')

  await page.goto('./#/')
  await expect(page.getByRole('heading', { level: 1, name: 'À toi de jouer' })).toBeVisible()
  await page.getByText('Rejouer autrement').first().click()
  await look(page, 'home, endings found')

  await page.goto('./#/reglages')
  await expect(page.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible()
  await look(page, 'settings')
  await page.goto('./#/nulle-part')
  await expect(page.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  await look(page, 'missing page')
  await page.goto('./#/jouer/nulle-part')
  await expect(page.getByText('Ce module n’existe pas')).toBeVisible()
  await look(page, 'missing module')
  await page.goto('./#/bilan/nulle-part')
  await expect(page.getByText('Cette partie n’est plus sur cet appareil.')).toBeVisible()
  await look(page, 'missing run')
}

/** @param title a part of the debrief that this play must have */
async function openDebrief(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

/** Plays the gallery: every kind of step, and the note that follows each. */
export async function everyStep(page: Page, look: Look): Promise<void> {
  await openModule(page, '_gallery')
  const looked = new Set<string>()
  let after = 'opening'
  for (let scene = await sceneOf(page); ; scene = await sceneOf(page)) {
    const name = scene === 'note' ? `note after ${after}` : scene
    if (!looked.has(name)) await look(page, name)
    looked.add(name)
    if (scene === 'ending') break
    // The first answer each time, but a trap once.
    after = await doNext(page, looked.size === 6 ? 2 : 0)
  }
  for (const kind of ['decision', 'lines', 'model', 'order', 'pick', 'say', 'sensitive', 'write'])
    expect([...looked]).toContain(kind)
  for (const kind of ['decision', 'pick', 'order'])
    expect([...looked]).toContain(`note after ${kind}`)
}

/** Opens a word of the glossary, then the same run in a second tab. */
export async function wordAndSecondTab(page: Page, look: Look): Promise<void> {
  await openModule(page, 'allo-le-cfa')
  const term = page.getByRole('button', { name: /voir la définition/ })
  while (!(await term.count())) await doNext(page)
  await term.first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'glossary')
  await page.keyboard.press('Escape')
  while ((await sceneOf(page)) !== 'decision') await doNext(page)

  const second = await page.context().newPage()
  await second.goto(page.url())
  await expect(choicesOf(second).first()).toBeDisabled()
  await look(second, 'a run of another tab')
}
