import { expect, type Page } from '@playwright/test'
import { bringList, COURSE_KEY, HEADERS, keepList, ROWS, sayWhoWrites } from './push-list'

/**
 * Goes through every screen of the messages of an adviser, and those where their links arrive.
 * @param look what is done at each screen
 */
export async function pushTour(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto('./#/relances')
  await page.getByText('Coller une liste').click()
  await look('bring a list')
  await bringList(page, [HEADERS, ...ROWS])
  await expect(page.getByText('4 lignes à regarder')).toBeVisible()
  await page.getByText('Colonnes', { exact: true }).click()
  await expect(page.getByLabel('Clé ministère éducatif')).toBeVisible()
  await look('a list to check')
  await keepList(page)
  await page.getByRole('button', { name: 'Effacer la liste maintenant' }).click()
  await look('a list kept')

  await sayWhoWrites(page)
  await page.getByLabel('Texte du SMS').fill('Bonjour {prenom}, [à {ville} forêt')
  await look('a message, with faults')
  await page.getByRole('button', { name: 'Reprendre le texte d’origine' }).click()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByLabel('Votre mobile').fill('06 12 34 56 78')
  await look('preview of a text message')
  await page.getByLabel('E-mail', { exact: true }).check()
  await look('preview of an e-mail')

  await page.getByRole('button', { name: '4. Envoyer' }).click()
  await page.getByRole('checkbox', { name: 'Fait (Léa Dupont)' }).click()
  await page.getByRole('button', { name: 'Ne plus lui écrire (Tom Petit)' }).click()
  await page.getByText('Colonnes du fichier').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fichier CSV' }).click()
  await download
  await expect(page.getByText('Le fichier est dans vos téléchargements.')).toBeVisible()
  await look('send')

  await page.goto('./#/relances/regles')
  await expect(page.getByRole('heading', { level: 1, name: 'Ce que la loi demande' })).toBeVisible()
  await look('what the law expects')
  for (const path of [
    'o/companies/D1102/44109/spontaneous',
    `c/${encodeURIComponent(COURSE_KEY)}/contact`,
    'g/interview',
  ]) {
    // From a blank page: the link of the screen before has the same name.
    await page.goto('about:blank')
    await page.goto(`./#/${path}`)
    await expect(page.getByRole('link', { name: 'Ouvrir La bonne alternance' })).toBeVisible()
    await look(path)
  }
  await page.goto('./#/o/nothing')
  await expect(page.getByText('Ce lien est incomplet.')).toBeVisible()
  await look('a broken link')
}
