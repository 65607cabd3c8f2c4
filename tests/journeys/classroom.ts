import type { Browser, BrowserContext, Page } from '@playwright/test'
import { watchFaults } from './app'
import { expect } from './app'

/** Another person on another device: its own profile, watched like the first. */
export async function otherDevice(
  browser: Browser,
  address: string,
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 360, height: 640 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  const faults = await watchFaults(context, address)
  return { context, page: await context.newPage(), faults }
}

/** Makes a class of 24. */
export async function makeClass(page: Page, name = '2de pro Cuisine'): Promise<void> {
  await page.goto('./#/classe')
  await page.getByLabel('Nom de la classe ou du groupe').fill(name)
  await page.getByLabel('Nombre d’élèves (facultatif)').fill('24')
  await page.getByRole('button', { name: 'Créer la classe' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Gives the first module to the class on the screen. @returns the link */
export async function giveFirstModule(
  page: Page,
  { sealed = true, stepBack = true, title = 'Avant le forum' } = {},
): Promise<string> {
  await page.getByRole('link', { name: 'Donner un devoir' }).click()
  await page.getByRole('checkbox', { name: /Allô, le CFA/ }).check()
  await page.getByRole('combobox', { name: /Niveau/ }).selectOption({ index: 1 })
  await page.getByLabel('Titre du devoir').fill(title)
  await page.getByLabel(/Un mot aux élèves/).fill('Jouez deux fois.')
  await page.getByRole('checkbox', { name: /Chiffrer/ }).setChecked(sealed)
  await page.getByRole('checkbox', { name: /revenir/ }).setChecked(stepBack)
  await page.getByRole('button', { name: 'Créer le devoir' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Devoir : ${title}` })).toBeVisible()
  return (await page.getByRole('link', { name: /#\/devoir/ }).getAttribute('href')) ?? ''
}

/** Goes from any screen of the class to its collection. */
export async function openCollect(page: Page, name = '2de pro Cuisine'): Promise<void> {
  await page.goto('./#/classe')
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('link', { name: 'Recevoir des résultats' }).click()
  await expect(page.getByRole('heading', { name: 'Recevoir des résultats' })).toBeVisible()
}

/** Pastes texts into the collection and waits for what is said of them. */
export async function pasteResults(page: Page, text: string): Promise<void> {
  await page.getByLabel(/Coller des liens/).fill(text)
  await page.getByRole('button', { name: 'Prendre ces résultats' }).click()
  await expect(page.getByLabel(/Coller des liens/)).toHaveValue('')
}
