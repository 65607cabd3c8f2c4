import { expect, test } from './app'

test('opens on the home screen', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
