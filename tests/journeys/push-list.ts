import { expect, type Page } from '@playwright/test'

export const COURSE_KEY = '088281P01313885594860007038855948600070-67118#L01'

export const HEADERS =
  "INE;Nom de l'élève;Prénom 1;Téléphone portable;Adresse mail;Mail responsable 1;Code postal;VILLE;Libellé formation;CFA;clé ministère éducatif"

/** A whole row, then a broken phone, no contact, an unknown town, and a second wish of the first person. */
export const ROWS = [
  `1A;DUPONT;Léa;06 12 34 56 78;lea@exemple.fr;parent@exemple.fr;44000;NANTES;CAP Boulanger;CFA de l’Ouest;${COURSE_KEY}`,
  '2B;PETIT;Tom;06 12;tom@exemple.fr;;72000;LE MANS;CAP Maçon;CFA du Bâtiment;',
  '3C;SANS;Contact;;;;44000;NANTES;;;',
  '4D;LOIN;Éva;;eva@exemple.fr;;44000;NANTEZ;;;',
  '1A;DUPONT;Léa;0612345678;lea@exemple.fr;;44000;NANTES;CAP Cuisine;CFA de l’Ouest;',
]

/** Opens a file as French schools write them, in Windows-1252, on the screen of the lists. */
export async function openList(page: Page, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\r\n').replace(/’/g, "'"), 'latin1')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'voeux.csv', mimeType: 'text/csv', buffer })
}

/** Goes to the lists and opens a file there. */
export async function bringList(page: Page, lines: readonly string[]): Promise<void> {
  await page.goto('./#/relances')
  await openList(page, lines)
}

/** Keeps the people of the open file. */
export async function keepList(page: Page): Promise<void> {
  await page.getByLabel('Nom de la liste').fill('3e')
  await page.getByLabel('Pourquoi écrivez-vous').fill('Trouver une formation.')
  await page.getByLabel('Ces personnes, ou leurs parents').check()
  await page.getByRole('button', { name: /^Garder \d+ personne/ }).click()
  await expect(page.getByText('dans la liste « 3e »')).toBeVisible()
}

export async function sayWhoWrites(page: Page): Promise<void> {
  await page.getByRole('button', { name: '2. Message' }).click()
  await page.getByLabel('Votre nom').fill('Anaïs Müller')
  await page.getByLabel('Votre structure').fill('Mission locale')
  await page.getByLabel('Votre e-mail').fill('anais@exemple.org')
  await page.getByLabel('Votre e-mail').blur()
}
