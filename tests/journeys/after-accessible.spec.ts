import { expect, test } from './app'
import { wrongOn } from './look'
import { openModule } from './player'
import { playAs } from './qualities'

test('debrief, sheet, plan and questions can be read and used by all', async ({ page }) => {
  test.setTimeout(300_000)
  const look = async (name: string) => expect.soft(await wrongOn(page), name).toEqual([])
  const module = 'allo-le-cfa'
  await openModule(page, module)
  await playAs(page, module, 'trap')
  await page.goto(`./#/jouer/${module}?niveau=n1`)
  await playAs(page, module, 'ok')
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  for (const summary of await page.locator('summary').all()) await summary.click()
  await look('debrief')

  await page.getByRole('link', { name: 'Ma fiche à emporter' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await look('sheet')
  await page.getByRole('button', { name: /Remplir/ }).click()
  await look('sheet being written')
  await page.getByRole('link', { name: 'Lire en gros caractères' }).click()
  await expect(page.getByRole('heading', { name: 'Ce que je dis' })).toBeVisible()
  await look('big letters')
  await page.getByRole('link', { name: 'Fermer' }).click()

  await page.getByRole('link', { name: 'Faire mon plan' }).click()
  await page.getByRole('radio', { name: /15 h, je suis au calme/ }).check()
  await page.getByRole('radio', { name: 'Avec mes mots' }).last().check()
  await look('plan being made')
  await page.getByRole('radio', { name: 'Pas de plan B' }).check()
  await page.getByRole('button', { name: 'Garder mon plan' }).click()
  for (const piece of ['j’appelle', 'CFA', 'le', 'avec', 'ma', 'feuille'])
    await page.getByRole('button', { name: piece, exact: true }).click()
  await look('rehearsal')
  await page.getByRole('button', { name: 'Revoir mon plan' }).click()
  await look('plan')

  await page.goto(`./#/mesure/${module}?quand=apres`)
  await expect(page.getByRole('heading', { name: 'Où j’en suis' })).toBeFocused()
  for (const question of await page.getByRole('group').all())
    await question.getByRole('radio').nth(10).check({ force: true })
  await look('questions')
  await page.getByRole('button', { name: 'Suite' }).click()
  for (const question of await page.getByRole('group').all())
    await question.getByRole('radio').first().check()
  await look('situations')
  await page.getByRole('button', { name: 'Voir où j’en suis' }).click()
  await page.getByText('Les situations, expliquées').click()
  await look('personal line')
})

test('a plan is made, said again and found on the sheet with the keyboard alone', async ({
  page,
}) => {
  await openModule(page, 'allo-le-cfa')
  await playAs(page, 'allo-le-cfa', 'best')
  await page.getByRole('link', { name: 'Voir mon bilan' }).press('Enter')
  await page.getByRole('link', { name: 'Mon plan si… alors…' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mon plan' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('radio').first()).toBeChecked()
  await page.getByRole('button', { name: 'Garder mon plan' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mon plan' })).toBeFocused()
  for (const piece of ['j’appelle', 'le', 'CFA', 'avec', 'ma', 'feuille']) {
    const button = page.getByRole('button', { name: piece, exact: true })
    await button.press('Space')
    await expect(button).toBeFocused()
  }
  await expect(page.getByText('C’est ça.')).toBeVisible()
  await page.getByRole('button', { name: 'Revoir mon plan' }).press('Enter')
  await page.getByRole('link', { name: 'Voir ma fiche' }).press('Enter')
  await expect(page.getByRole('article')).toContainText('Alors : j’appelle le CFA avec ma feuille')
})
