import { expect, type Page } from '@playwright/test'
import { readyOffline } from './player'

/** What is done at each screen of a tour. */
type Look = (name: string) => Promise<void>

/** Opens the offers, with what another screen may ask for. */
export async function openOffers(page: Page, query = ''): Promise<void> {
  await page.goto(`./#/offres${query}`)
  await expect(page.getByRole('heading', { name: 'Offres', level: 1 })).toBeVisible()
}

/** Types in a field of the offers, and waits for answers. */
async function ask(page: Page, field: 'Métier' | 'Autour de', typed: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).pressSequentially(typed)
  await expect(page.locator('[role=option]').first()).toBeVisible()
}

/** Chooses the first answer to what is typed, with the keyboard alone. */
export async function choose(
  page: Page,
  field: 'Métier' | 'Autour de',
  typed: string,
): Promise<void> {
  await ask(page, field, typed)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[role=option]')).toHaveCount(0)
}

/** Answers the thirty cards with the arrows: yes to the liked ones, no to the others. */
export async function answerCards(page: Page, liked: ReadonlySet<number>): Promise<void> {
  for (let card = 1; card <= 30; card++) {
    await expect(page.getByText(`Carte ${card} sur 30`, { exact: true }).last()).toBeVisible()
    await page.keyboard.press(liked.has(card) ? 'ArrowRight' : card % 3 ? 'ArrowLeft' : 'ArrowUp')
  }
}

/** Keeps the first three candidates. */
export async function keepThree(page: Page): Promise<void> {
  for (let kept = 1; kept <= 3; kept++) {
    await page
      .getByRole('button', { name: /^Garder/ })
      .first()
      .press('Enter')
    await expect(page.getByRole('button', { pressed: true })).toHaveCount(kept)
  }
}

/** The offers, from an empty screen to a search that comes back with the network. */
export async function offersTour(page: Page, look: Look): Promise<void> {
  await openOffers(page)
  await look('offers, first visit')
  await ask(page, 'Métier', 'bois')
  await look('offers, a trade typed')
  await page.locator('[role=option]').first().click()
  await choose(page, 'Autour de', 'saint jean de la porte')
  await page.getByText('Plus de filtres').click()
  await page.getByLabel('CAP ou équivalent').check()
  await page.getByRole('button', { name: 'Ajouter aux favoris' }).click()
  await expect(page.getByRole('heading', { name: 'Mes recherches favorites' })).toBeVisible()
  await look('offers, every filter')
  await readyOffline(page)
  await page.context().setOffline(true)
  await look('offers, without network')
  await page.getByRole('button', { name: 'Garder ma recherche' }).click()
  await expect(page.getByText('C’est gardé')).toBeVisible()
  await look('offers, kept without network')
  await page.context().setOffline(false)
  await expect(page.getByRole('link', { name: /^Ouvrir/ })).toBeVisible()
  await look('offers, network back')
}

/** From the first card to three trades to explore. */
export async function tradesTour(page: Page, look: Look): Promise<void> {
  await page.goto('./#/metiers')
  await page.getByRole('button', { name: 'C’est parti' }).click()
  await look('a card')
  await answerCards(page, new Set([9, 17, 19]))
  await page.getByRole('button', { name: 'Faire' }).click()
  await page.getByRole('button', { name: 'Ranger' }).click()
  await page.getByRole('button', { name: 'Imaginer' }).click()
  await look('ways of working, one too many')
  await page.getByRole('button', { name: 'Voir mes pistes' }).click()
  await page.getByText('D’où ça vient').click()
  await keepThree(page)
  await page
    .getByRole('button', { name: /^Garder/ })
    .first()
    .click()
  await expect(page.getByText('Tu as déjà trois métiers')).toBeVisible()
  await look('candidates, one too many')
  await page.getByRole('button', { name: /^Creuser/ }).click()
  await page.getByText('Lire les adresses exactes').first().click()
  await look('kept trades')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Tout recommencer' })).toBeVisible()
  await look('trades, another visit')
}

/** The guides and the numbers to call. */
export async function guidesTour(page: Page, look: Look): Promise<void> {
  await page.goto('./#/guides')
  await page.getByText('Aller tout de suite à').click()
  await look('guides')
}
