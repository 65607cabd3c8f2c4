import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { momentOf, sceneOf } from './player'

// The gallery shows every kind of step.
test.use({ build: 'gallery' })

/** Presses Tab until the focus is on a thing of that name, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (name.test(await focusedName(page))) return
  }
  throw new Error(`Tab never reached ${name}.`)
}

/** The name of what has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: focused } = document
    if (!(focused instanceof HTMLElement) || focused === document.body) return ''
    const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
    const label = isField ? focused.labels?.[0] : undefined
    const isGesture = focused.matches('button, a')
    const name = (isGesture && focused.getAttribute('aria-label')) || (label ?? focused).innerText
    return name.replace(/\s+/g, ' ').trim()
  })
}

/** The focus is on something that can be seen. */
async function expectFocusSeen(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const focused = document.activeElement
        return focused !== document.body && focused?.checkVisibility() === true
      }),
    )
    .toBe(true)
}

test('a module is played from home to its debrief with the keyboard alone', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, /^Une heure à l'atelier vélo/)
  await page.keyboard.press('Enter')

  const met = new Set<string>()
  let chosen = ''
  for (let scene = await sceneOf(page); scene !== 'ending'; scene = await sceneOf(page)) {
    met.add(scene)
    let before = ''
    /** The gesture that ends the moment: what was typed or moved before it has changed the screen already. */
    const end = async (key: string) => {
      before = await momentOf(page)
      await page.keyboard.press(key)
    }
    switch (scene) {
      case 'decision':
        await tabTo(page, /^A /)
        chosen = (await focusedName(page)).slice(2)
        await end(met.size % 2 ? 'Enter' : 'Space')
        break
      case 'pick':
        for (let picked = 0; picked < 10; picked++) {
          await page.keyboard.press('Tab')
          if ((await focusedName(page)) === 'Valider') break
          await page.keyboard.press('Space')
        }
        if ((await focusedName(page)) !== 'Valider') await tabTo(page, /^Valider$/)
        await end('Enter')
        break
      case 'order':
        await tabTo(page, /^Descendre/)
        await page.keyboard.press('Enter')
        await expectFocusSeen(page)
        expect(await focusedName(page)).toMatch(/^(Descendre|Monter)/)
        await tabTo(page, /^Valider l’ordre$/)
        await end('Enter')
        break
      case 'write':
        await tabTo(page, /^Qu'est-ce qui t'attire/)
        await page.keyboard.type('J’aime réparer.')
        await tabTo(page, /^Garder ma phrase$/)
        await end('Enter')
        break
      case 'model':
        await tabTo(page, /^Voir l’exemple réussi$/)
        await page.keyboard.press('Enter')
        await expectFocusSeen(page)
        await tabTo(page, /^Suite$/)
        await end('Enter')
        break
      case 'sensitive':
        await tabTo(page, /^Continuer$/)
        await end('Enter')
        break
      default:
        await tabTo(page, /^(Suite|Continuer|C’est dit)$/)
        await end('Enter')
    }
    await expect.poll(() => momentOf(page)).not.toBe(before)
    // The focus follows what is new: the next Tab goes on from there.
    await expectFocusSeen(page)
    if (scene === 'decision') expect(await focusedName(page)).toContain(chosen)
  }
  expect([...met].sort()).toEqual(
    ['decision', 'lines', 'model', 'note', 'order', 'pick', 'say', 'sensitive', 'write'].sort(),
  )
  await tabTo(page, /^Voir mon bilan$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  await tabTo(page, /^Rejouer à partir d’ici/)
  await page.keyboard.press('Enter')
  await sceneOf(page)
})
