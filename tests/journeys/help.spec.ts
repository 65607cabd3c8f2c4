import { expect, test } from './app'
import { doNext, sceneOf } from './player'

test('who can help is one touch away from the first step of a module with a sensitive scene', async ({
  page,
}) => {
  await page.goto('./#/jouer/mes-45-premiers-jours')
  for (let turn = 0; turn < 6; turn++) {
    await sceneOf(page)
    const door = page.getByRole('main').getByRole('button', { name: 'Aide' })
    await door.click()
    const dialog = page.getByRole('dialog', { name: 'Qui peut aider' })
    await expect(dialog.getByRole('link', { name: 'Appeler le 39 28' })).toHaveAttribute(
      'href',
      'tel:3928',
    )
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(door).toBeFocused()
    await doNext(page, turn)
  }
})

test('a module without such a scene has no such button', async ({ page }) => {
  await page.goto('./#/jouer/allo-le-cfa')
  while ((await sceneOf(page)) !== 'pick') await doNext(page)
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aide' })).toHaveCount(0)
})
