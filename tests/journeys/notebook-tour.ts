import { expect, type Page, type TestInfo } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { writeBackup } from '../../src/core/backup/backup-file'
import { deviceContent } from '../device-content'
import { packTextOf } from '../pack-text'

/**
 * Goes through the notebook, the review and the data, empty then full.
 * @param look what is done at each screen
 */
export async function notebookTour(
  page: Page,
  info: TestInfo,
  look: (name: string) => Promise<void>,
): Promise<void> {
  for (const [path, name] of [
    ['carnet', 'Mon carnet'],
    ['carnet/nouvelle', 'Nouvelle fiche'],
    ['reviser', 'Réviser'],
    ['mes-donnees', 'Mes données'],
  ] as const) {
    await page.goto(`./#/${path}`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await look(`${name}, first visit`)
  }

  const content = deviceContent(packTextOf('allo-le-cfa'), { runs: 1, records: 1, contacts: 60 })
  const file = info.outputPath('copie.json')
  await writeFile(file, writeBackup({ app: '0', madeAt: new Date().toISOString(), content }))
  await page.getByLabel('Choisir un fichier').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'Ce qui va changer' })).toBeVisible()
  await page.getByLabel('Reprendre aussi les réglages du fichier').uncheck()
  await look('preview of a file')
  await page.getByRole('button', { name: 'Ajouter à cet appareil' }).click()
  await expect(page.getByText(/éléments ajoutés/)).toBeVisible()

  await page.goto('./#/carnet')
  await page.getByRole('button', { name: 'Dire ce que ça a donné' }).click()
  await look('notebook, telling a task')
  await page.getByRole('button', { name: 'C’est non' }).click()
  await page.getByRole('button', { name: 'Afficher 20 fiches de plus' }).click()
  await look('notebook, all cards')
  await page
    .getByRole('link', { name: /CFA des Métiers 2/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Rendez-vous' }).click()
  await page.getByRole('radio', { name: 'Réponse' }).check()
  await look('card, after a try')

  await page.goto('./#/reviser')
  await expect(page.getByRole('button', { name: /cartes à revoir/ })).toBeVisible()
  await look('review, cards due')
  await page.getByRole('button', { name: /cartes à revoir/ }).click()
  await look('a card')
  await page.getByRole('button', { name: 'Retourner la carte' }).click()
  await look('a card turned over')
}
