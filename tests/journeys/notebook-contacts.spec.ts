import type { Page } from '@playwright/test'
import { expect, test } from './app'

const dayFromNow = (days: number) => {
  const date = new Date(Date.now() + days * 86_400_000)
  return date.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
}

async function addCard(page: Page, name: string): Promise<void> {
  await page.goto('./#/carnet/nouvelle')
  await page.getByLabel('Nom').fill(name)
  await page.getByRole('button', { name: 'Ajouter au carnet' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
}

test('a call is told in one tap, and its follow-up waits on the card', async ({ page }) => {
  await addCard(page, 'Garage Élan')
  await page.getByRole('button', { name: 'J’ai eu quelqu’un' }).click()
  const step = page.getByRole('region', { name: 'Et maintenant ?' })
  await expect(step).toBeFocused()
  await expect(step).toContainText('entre une et deux semaines')
  const day = step.getByLabel('Le jour')
  const proposed = await day.inputValue()
  expect(proposed >= dayFromNow(7) && proposed <= dayFromNow(9)).toBe(true)
  expect(await day.getAttribute('min')).toBe(dayFromNow(7))
  expect(await day.getAttribute('max')).toBe(dayFromNow(14))
  await step.getByRole('button', { name: 'Noter cette étape' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Étape notée : Relancer' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Relance prévue' })).toBeChecked()

  await page.goto('./#/carnet')
  await expect(page.getByRole('link', { name: /Garage Élan/ })).toContainText('Relance prévue')
  await page.reload()
  await page.getByRole('link', { name: /Garage Élan/ }).click()
  await expect(page.getByText('J’ai eu quelqu’un').first()).toBeVisible()
  await expect(page.getByLabel('Pour le')).toHaveValue(proposed)
})

test('an outcome told by a slip is taken back, and the card is as it was', async ({ page }) => {
  await addCard(page, 'Garage Élan')
  await page.getByRole('button', { name: 'C’est non' }).click()
  await expect(page.getByRole('radio', { name: 'Réponse' })).toBeChecked()
  await page.getByRole('button', { name: 'Ce n’était pas ça' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Garage Élan' })).toBeFocused()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'À contacter' })).toBeChecked()
  await expect(page.getByText('Rien pour l’instant.')).toBeVisible()
})

test('what is typed on a card is kept as one leaves the field', async ({ page }) => {
  await addCard(page, 'Garage Élan')
  await page.getByLabel('Notes').fill('Rappeler le matin')
  await page.getByRole('radio', { name: 'Entretien' }).check()
  await page.getByLabel('Téléphone ou adresse').fill('06 12 34 56 78')
  await page.getByLabel('Notes').focus()
  const call = page.getByRole('link', { name: 'Appeler le 06 12 34 56 78' })
  await expect(call).toHaveAttribute('href', 'tel:0612345678')
  await page.reload()
  await expect(page.getByLabel('Notes')).toHaveValue('Rappeler le matin')
  await expect(page.getByRole('radio', { name: 'Entretien' })).toBeChecked()
})

test('a card without a name is asked for one; nothing typed is lost', async ({ page }) => {
  await page.goto('./#/carnet/nouvelle')
  await page.getByLabel('Annonce').fill('Cherche apprenti')
  await page.getByRole('button', { name: 'Ajouter au carnet' }).click()
  await expect(page.getByRole('alert')).toHaveText('Il faut un nom, même court.')
  await expect(page.getByLabel('Nom')).toBeFocused()
  await expect(page.getByLabel('Annonce')).toHaveValue('Cherche apprenti')
})

test('cards are searched, and a deleted one is put back', async ({ page }) => {
  for (const name of ['Garage Élan', 'CFA des Métiers', 'Boulangerie Martin'])
    await addCard(page, name)
  await page.goto('./#/carnet')
  await page.getByLabel('Chercher').fill('elan')
  await expect(page.getByText('1 fiche', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /Garage Élan/ }).click()
  await page.getByRole('button', { name: 'Supprimer la fiche' }).click()
  await expect(page.getByText('Fiche « Garage Élan » supprimée.')).toBeVisible()
  await expect(page.getByText('Aucune fiche ne correspond.')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('Fiche « Garage Élan » remise.')).toBeVisible()
  await expect(page.getByRole('link', { name: /Garage Élan/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: /Garage Élan/ })).toBeVisible()
})
