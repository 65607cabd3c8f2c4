import { expect, test } from './app'

test('a chosen look is there before the first paint of the next visit', async ({ page }) => {
  await page.goto('./#/reglages')
  await page.getByText('Sombre').click()
  await page.getByText('Très grande').click()
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      observer.disconnect()
      document.documentElement.dataset['atBody'] = document.documentElement.dataset['theme'] ?? ''
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-at-body', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-size', 'huge')
})

test('erasing everything takes two taps and leaves nothing of before', async ({ page }) => {
  await page.goto('./#/reglages')
  await page.getByText('Sombre').click()
  await page.evaluate(async () => {
    sessionStorage.setItem('before', '1')
    await caches.open('before')
    const root = await navigator.storage.getDirectory()
    await root.getFileHandle('before', { create: true })
    await new Promise((resolve) => {
      const request = indexedDB.open('before')
      request.onsuccess = () => resolve(request.result.close())
    })
  })

  await page.getByRole('button', { name: 'Effacer tout…' }).click()
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click()
  await page.waitForURL((url) => url.hash === '#/')
  await expect(page.getByRole('heading', { level: 1, name: 'À toi de jouer' })).toBeVisible()

  const left = await page.evaluate(async () => {
    const files: string[] = []
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name)
    const databases = (await indexedDB.databases()).map(({ name }) => name)
    const settings = localStorage.getItem('atdj.settings')
    const session = sessionStorage.getItem('before')
    return { files, databases, settings, session, caches: await caches.keys() }
  })
  expect(left.settings ?? left.session).toBeNull()
  for (const names of [left.files, left.databases, left.caches])
    expect(names).not.toContain('before')
})

test('no word of a setting is cut on a narrow phone', async ({ page }) => {
  await page.goto('./#/reglages')
  await expect(page.getByText('OpenDyslexic', { exact: true })).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  const cut = await page.locator('fieldset label').evaluateAll((labels) =>
    labels.flatMap((label) => {
      const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (texts.nextNode()) {
        const text = texts.currentNode
        for (const { index, 0: word } of (text.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (range.getClientRects().length > 1) found.push(word)
        }
      }
      return found
    }),
  )
  expect(cut).toEqual([])
})

test('a device that has no French voice of its own is told how to get one', async ({ page }) => {
  await page.goto('./#/reglages')
  await expect(page.getByText(/pas de voix française qui marche sans réseau/)).toBeVisible()
})
