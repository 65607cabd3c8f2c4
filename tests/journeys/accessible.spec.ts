import type { Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'
import { expect, test } from './app'
import { choicesOf, doNext, openModule, playToEnding, sceneOf } from './player'

// The gallery shows every kind of step.
test.use({ build: 'gallery' })
test.describe.configure({ timeout: 180_000 })

const THEMES = ['light', 'dark', 'contrast']
const SIZES = [
  { width: 320, height: 640 },
  { width: 1366, height: 768 },
]

/** Each thing that is wrong, and where it was seen. */
let wrong: Map<string, string[]>
test.beforeEach(() => void (wrong = new Map()))
test.afterEach(() => {
  expect([...wrong].map(([what, where]) => `${what} — ${where.join(' · ')}`)).toEqual([])
})

/** Looks at the screen as it is now, in every theme and at both widths, then with the text twice as large. */
async function look(page: Page, name: string): Promise<void> {
  const note = (found: string[], how: string) => {
    for (const what of found) wrong.set(what, [...(wrong.get(what) ?? []), `${name}, ${how}`])
  }
  await test.step(name, async () => {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const theme of THEMES) {
        await page.evaluate((one) => (document.documentElement.dataset['theme'] = one), theme)
        note(await violations(page), `${theme} ${size.width} px`)
      }
      note(await overflows(page), `${size.width} px`)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    note(await overflows(page), 'text 200 %')
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
      document.documentElement.dataset['theme'] = 'light'
    })
  })
}

/** What axe finds wrong, one line each. The browser's debugger brings axe in: the page's policy would refuse it. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
    const { axe: inPage } = window as unknown as { axe: { run: () => Promise<AxeResults> } }
    return (await inPage.run()).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  )
}

/** What sticks out of the screen or is cut, so that somebody cannot read it. */
function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document
    const found: string[] = []
    const isOut = (element: Element) => {
      const { right, left } = element.getBoundingClientRect()
      return right > root.clientWidth + 1 || left < -1
    }
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page scrolls to ${root.scrollWidth} px`)
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility() || element.closest('svg, .only-read, progress')) continue
      const words = element.innerText?.trim()
      if (!words) continue
      const name = `${element.tagName} « ${words.slice(0, 30)} »`
      const isCause = isOut(element) && ![...element.children].some(isOut)
      if (isCause) found.push(`${name} goes out of the screen`)
      const { overflowX, overflowY } = getComputedStyle(element)
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name} is cut on the side`)
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`${name} is cut below`)
    }
    return found.slice(0, 6)
  })
}

test('the screens around a play', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'home, first visit')

  await openModule(page, 'je-ne-sais-pas-encore')
  await doNext(page)
  await page.goto('./#/')
  await expect(page.getByRole('link', { name: /^Reprendre/ })).toBeVisible()
  await look(page, 'home, a paused run')

  await openModule(page, 'je-ne-sais-pas-encore')
  await playToEnding(page)
  await look(page, 'ending')
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  for (const fold of await page.locator('main summary').all()) await fold.click()
  await page.getByRole('radio').first().check()
  await look(page, 'debrief')

  await page.goto('./#/')
  await page.getByText('Rejouer autrement').first().click()
  await look(page, 'home, endings found')

  await page.goto('./#/reglages')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'settings')
  await page.goto('./#/nulle-part')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'missing page')
  await page.goto('./#/jouer/nulle-part')
  await expect(page.getByText('Ce module n’existe pas')).toBeVisible()
  await look(page, 'missing module')
  await page.goto('./#/bilan/nulle-part')
  await expect(page.getByText('Cette partie n’est plus sur cet appareil.')).toBeVisible()
  await look(page, 'missing run')
})

test('every kind of step, and what follows each', async ({ page }) => {
  await openModule(page, '_gallery')
  const looked = new Set<string>()
  let after = 'opening'
  for (let scene = await sceneOf(page); ; scene = await sceneOf(page)) {
    const name = scene === 'note' ? `note after ${after}` : scene
    if (!looked.has(name)) await look(page, name)
    looked.add(name)
    if (scene === 'ending') break
    // The first answer each time, but a trap once.
    after = await doNext(page, looked.size === 6 ? 2 : 0)
  }
  for (const kind of ['decision', 'lines', 'model', 'order', 'pick', 'say', 'sensitive', 'write'])
    expect([...looked]).toContain(kind)
  for (const kind of ['decision', 'pick', 'order'])
    expect([...looked]).toContain(`note after ${kind}`)
})

test('the words of the glossary, and the notice of another tab', async ({ page, context }) => {
  await openModule(page, 'allo-le-cfa')
  const term = page.getByRole('button', { name: /voir la définition/ })
  while (!(await term.count())) await doNext(page)
  await term.first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'glossary')
  await page.keyboard.press('Escape')
  while ((await sceneOf(page)) !== 'decision') await doNext(page)

  const second = await context.newPage()
  await second.goto(page.url())
  await expect(choicesOf(second).first()).toBeDisabled()
  await look(second, 'a run of another tab')
})
