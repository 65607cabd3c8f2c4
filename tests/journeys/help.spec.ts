import { expect, test } from './app'
import { doNext, openModule, sceneOf } from './player'

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

for (const module of ['trouver-mon-entreprise', 'mes-45-premiers-jours'])
  test(`${module}: on a narrow phone the way to help and two meters hold in one row`, async ({
    page,
  }) => {
    await openModule(page, module)
    const header = page.locator('main > header')
    const meters = header.getByRole('status')
    while ((await sceneOf(page)) !== 'decision' || (await meters.count()) < 2) await doNext(page)
    await expect(header.getByRole('button', { name: 'Aide' })).toBeVisible()
    const middles = await header.locator(':scope > *').evaluateAll((parts) =>
      parts.map((part) => {
        const { top, height } = part.getBoundingClientRect()
        return top + height / 2
      }),
    )
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4)
  })

test('where nobody is in sight, the place stands whole in the middle of the scene', async ({
  page,
}) => {
  await openModule(page, 'trouver-mon-entreprise')
  const place = page.locator('.picture > .place')
  while (!(await place.count())) await doNext(page)
  const stands = await place.evaluate((drawing) => {
    const { left, right, top } = drawing.getBoundingClientRect()
    const header = document.querySelector('main > header')?.getBoundingClientRect()
    return { middle: (left + right) / 2, hidden: (header?.bottom ?? 0) - top }
  })
  expect(stands.middle).toBeCloseTo(180, 0)
  expect(stands.hidden).toBeLessThanOrEqual(0)
})
