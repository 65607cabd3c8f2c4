import type { Download, Page } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { canonical } from '../../src/core/backup/canonical'
import { expect, test } from './app'
import { keptRuns } from './device'
import { openModule, playToEnding } from './player'

/** What a backup says of itself changes each time; its content does not. */
async function contentOf(download: Download): Promise<string> {
  const text = await readFile(await download.path(), 'utf8')
  const { epoch, settings, tables, sha256 } = JSON.parse(text) as Record<string, unknown>
  return canonical({ epoch, settings, tables, sha256 })
}

async function backedUp(page: Page): Promise<Download> {
  await page.goto('./#/mes-donnees')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Enregistrer le fichier' }).click()
  await expect(page.getByText('Le fichier est dans tes téléchargements.')).toBeVisible()
  return download
}

async function choose(page: Page, file: string): Promise<void> {
  await page.goto('./#/mes-donnees')
  await page.getByLabel('Choisir un fichier').setInputFiles(file)
}

/** A life of the app in short: a scene played, a card, a try told, a setting. */
async function lived(page: Page): Promise<void> {
  await page.goto('./#/reglages')
  await page.getByText('Sombre').click()
  await openModule(page, 'je-ne-sais-pas-encore')
  await playToEnding(page)
  await page.goto('./#/carnet/nouvelle')
  await page.getByLabel('Nom').fill('Garage « Élan » 🙂')
  await page.getByLabel('Notes').fill('Ligne 1\nLigne 2 ; =1+1')
  await page.getByRole('button', { name: 'Ajouter au carnet' }).click()
  await page.getByRole('button', { name: 'Message laissé' }).click()
  await expect(page.getByRole('region', { name: 'Et maintenant ?' })).toBeVisible()
}

test('export, erase, import gives back the same data, byte for byte, mirror included', async ({
  page,
}, info) => {
  test.setTimeout(60_000)
  await lived(page)
  const before = await backedUp(page)
  const content = await contentOf(before)
  const file = info.outputPath('copie.json')
  await before.saveAs(file)

  await page.getByRole('button', { name: 'Effacer tout…' }).click()
  const startedAgain = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click()
  await startedAgain
  await expect(page.getByRole('heading', { level: 1, name: 'À toi de jouer' })).toBeVisible()
  expect(await keptRuns(page)).toEqual([])

  await choose(page, file)
  const runs = page
    .getByRole('listitem')
    .filter({ has: page.getByText('Parties', { exact: true }) })
  await expect(runs).toContainText('À ajouter : 1')
  expect(await keptRuns(page)).toEqual([])
  await page.getByRole('button', { name: 'Ajouter à cet appareil' }).click()
  await expect(page.getByText(/éléments ajoutés ou mis à jour/)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  expect(await contentOf(await backedUp(page))).toBe(content)
  const [run] = await keptRuns(page)
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory()
        const names: string[] = []
        for await (const name of (await root.getDirectoryHandle('a-toi-de-jouer')).keys())
          names.push(name)
        return names
      }),
    )
    .toContain(`run-${run?.run.id}.jsonl`)

  await choose(page, file)
  await expect(page.getByText('Tout est déjà sur cet appareil')).toBeVisible()
})

test('a cut, changed or foreign file changes nothing, and says why', async ({ page }, info) => {
  await lived(page)
  const download = await backedUp(page)
  const content = await contentOf(download)
  const text = await readFile(await download.path(), 'utf8')
  const bad = {
    'Ce fichier est coupé': text.slice(0, text.length / 2),
    'Ce fichier a été abîmé ou modifié': text.replace('Garage', 'Gérage'),
    'Ce fichier n’est pas une copie': '{"name":"autre chose"}',
    'Cette copie vient d’une version plus récente': text.replace('"version": 1', '"version": 9'),
  }
  for (const [sentence, content] of Object.entries(bad)) {
    const file = info.outputPath('mauvais.json')
    await writeFile(file, content)
    await choose(page, file)
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(page.getByText('Rien n’a changé sur cet appareil.')).toBeVisible()
  }
  expect(await contentOf(await backedUp(page))).toBe(content)
})

test('two devices are merged: the newest of each card, and the other is put aside', async ({
  page,
}, info) => {
  await lived(page)
  const file = info.outputPath('avant.json')
  await (await backedUp(page)).saveAs(file)
  await page.goto('./#/carnet')
  await page.getByRole('link', { name: /Garage/ }).click()
  await page.getByLabel('Notes').fill('Plus récent')
  await page.getByLabel('Nom').focus()
  await expect(page.getByText('C’est noté.')).toBeVisible()

  await choose(page, file)
  const card = page.getByRole('listitem').filter({ hasText: 'Fiches du carnet' })
  await expect(card).toContainText('Plus récent ici : 1')
  await page.getByRole('button', { name: 'Ne rien changer' }).click()
  await expect(card).toBeHidden()
})

test('the notebook goes to a spreadsheet and back', async ({ page }, info) => {
  await lived(page)
  await page.goto('./#/mes-donnees')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Enregistrer en CSV' }).click()
  const csv = await readFile(await (await saving).path(), 'utf8')
  expect(csv).toContain('Nom;Type;État;')
  expect(csv).toContain('Garage « Élan » 🙂;Entreprise;Contacté')

  const file = info.outputPath('carnet.csv')
  await writeFile(
    file,
    `${csv}Menuiserie Bois;Entreprise;À contacter\r\nSans date;;;;;;;31/02/2026\r\n`,
  )
  await page.getByLabel('Reprendre un CSV').setInputFiles(file)
  await expect(page.getByText('Ligne 4, Premier contact : cette date n’existe pas')).toBeVisible()
  await page.getByRole('button', { name: 'Ajouter à cet appareil' }).click()
  await expect(page.getByText('C’est fait : 1 élément ajouté ou mis à jour.')).toBeVisible()
  await page.goto('./#/carnet')
  await expect(page.getByRole('link', { name: /Menuiserie Bois/ })).toBeVisible()
})
