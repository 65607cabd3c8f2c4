import { expect, test } from './app'
import { openModule, playToEnding, readyOffline } from './player'

const DAY = 86_400_000

test('the day after a scene, its cards are recalled without network; a missed one comes back', async ({
  page,
  context,
}) => {
  await openModule(page, 'allo-le-cfa')
  await playToEnding(page)
  await page.goto('./#/reviser')
  await expect(page.getByText('Rien à revoir aujourd’hui')).toBeVisible()
  await readyOffline(page)
  await context.setOffline(true)

  await page.clock.setFixedTime(Date.now() + 2 * DAY)
  await page.reload()
  await page.getByRole('button', { name: /8 cartes à revoir/ }).click()
  const turn = page.getByRole('button', { name: 'Retourner la carte' })
  const first = await page.getByRole('article').innerText()
  await turn.click()
  await expect(page.getByRole('article')).toBeFocused()
  await page.getByRole('button', { name: 'Pas encore' }).click()

  const fronts: string[] = []
  for (let shown = 0; shown < 8; shown++) {
    fronts.push(await page.getByRole('article').innerText())
    await turn.click()
    await page.getByRole('button', { name: 'Je savais' }).click()
    if (shown < 7) await expect(turn).toBeVisible()
  }
  expect(fronts.indexOf(first)).toBe(2)
  expect(fronts.join(' ')).toContain('Vrai ou faux ?')
  await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeFocused()
  await expect(page.getByText('1 carte à revoir demain.')).toBeVisible()

  await page.getByRole('link', { name: 'Ouvrir mon carnet' }).click()
  await expect(page.getByRole('heading', { name: 'À faire pour de vrai' })).toBeVisible()
  await page.goto('./#/reviser')
  await expect(page.getByText('Rien à revoir aujourd’hui')).toBeVisible()
  await page.clock.setFixedTime(Date.now() + 3 * DAY)
  await page.reload()
  await expect(page.getByRole('button', { name: /1 carte à revoir/ })).toBeVisible()
})

test('the task of a finished scene is told, and becomes a card with its next step', async ({
  page,
}) => {
  await openModule(page, 'allo-le-cfa')
  await playToEnding(page)
  await page.goto('./#/carnet')
  await page.getByRole('button', { name: 'Dire ce que ça a donné' }).click()
  await page.getByRole('button', { name: 'Message laissé' }).click()
  await expect(page.getByText('Sans nouvelles dans deux jours')).toBeVisible()
  await page.getByRole('link', { name: 'En faire une fiche' }).click()
  await expect(page.getByRole('radio', { name: 'CFA' })).toBeChecked()
  await expect(page.getByLabel('Prochaine étape')).toHaveValue('Rappeler')
  await page.getByLabel('Nom').fill('CFA des Métiers')
  await page.getByRole('button', { name: 'Ajouter au carnet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'CFA des Métiers' })).toBeFocused()
  await page.goto('./#/carnet')
  await expect(page.getByText(/Message laissé · /)).toBeVisible()
  await expect(page.getByRole('link', { name: /CFA des Métiers/ })).toContainText('Rappeler')
})
