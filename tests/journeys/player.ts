import type { Locator, Page } from '@playwright/test'

/** The modules that come with the app, by their address. */
export const MODULES = [
  'allo-le-cfa',
  'trouver-mon-entreprise',
  'mon-entretien',
  'mes-45-premiers-jours',
  'je-ne-sais-pas-encore',
]

/** What the screen asks for. `note`: it shows what the last choice brought. */
type Scene =
  | 'decision'
  | 'note'
  | 'lines'
  | 'write'
  | 'pick'
  | 'order'
  | 'say'
  | 'model'
  | 'sensitive'
  | 'ending'

/** The words by which a learner knows what to do, from the rarest to the most common. */
export const SIGNS: [Scene, string][] = [
  ['ending', 'Voir mon bilan'],
  ['sensitive', 'Version courte'],
  ['write', 'Garder ma phrase'],
  ['order', 'Valider l’ordre'],
  ['pick', 'Valider'],
  ['say', 'C’est dit'],
  ['model', 'Voir l’exemple réussi'],
  ['note', 'Continuer'],
  ['lines', 'Suite'],
]

/** A moment that does not come fails at its place, not at the end of the whole journey. */
const PATIENCE = { timeout: 30_000 }

/** What the learner is asked to do now, once the screen has settled. */
export async function sceneOf(page: Page): Promise<Scene> {
  const scene = await page.waitForFunction(
    (signs: [Scene, string][]) => {
      const main = document.querySelector('main')
      const gestures = [...(main?.querySelectorAll('button, a') ?? [])]
      const names = gestures.map((gesture) => gesture.textContent?.trim())
      const sign = signs.find(([, name]) => names.includes(name))
      return sign?.[0] ?? (main?.querySelector('fieldset button') ? 'decision' : undefined)
    },
    SIGNS,
    PATIENCE,
  )
  return (await scene.jsonValue()) as Scene
}

/** The choices of a decision. */
export function choicesOf(page: Page): Locator {
  return page.getByRole('main').getByRole('group').getByRole('button')
}

/**
 * Does what the screen asks for: picks the choice `way` (modulo their number) at a decision, and the plain way elsewhere.
 * @returns what was asked
 */
export async function doNext(page: Page, way = 0): Promise<Scene> {
  const { scene, before } = await tapNext(page, way)
  if (scene !== 'ending')
    await page.waitForFunction(
      ([scene, old]) => document.querySelector<HTMLElement>(scene)?.innerText !== old,
      [SCENE, before] as const,
      PATIENCE,
    )
  return scene
}

/** The same, without waiting for what comes of it. @returns also the words of the moment before */
export async function tapNext(page: Page, way = 0): Promise<{ scene: Scene; before: string }> {
  const scene = await sceneOf(page)
  if (scene === 'ending') return { scene, before: '' }
  const gesture = await prepared(page, scene, way)
  const before = await momentOf(page)
  await gesture.click()
  return { scene, before }
}

/** Where a moment stands. Meters and help, which come after the first choice, are not of it. */
const SCENE = 'main .scene'

/** The words of the moment on the screen. */
export function momentOf(page: Page): Promise<string> {
  return page.locator(SCENE).innerText()
}

/** Answers as far as the last gesture, and gives the button that makes it. */
async function prepared(page: Page, scene: Scene, way: number): Promise<Locator> {
  const main = page.getByRole('main')
  const button = (name: string) => main.getByRole('button', { name, exact: true })
  switch (scene) {
    case 'decision': {
      const choices = choicesOf(page)
      return choices.nth(way % (await choices.count()))
    }
    case 'write':
      await main.getByRole('textbox').fill('J’aime réparer ce qui est cassé.')
      return button('Garder ma phrase')
    case 'pick':
      while (await button('Valider').isDisabled())
        await main.locator('input:not(:checked):enabled').first().check()
      return button('Valider')
    case 'model':
      await button('Voir l’exemple réussi').click()
      return button('Suite')
    case 'sensitive':
      return button(['Continuer', 'Version courte', 'Passer'][way % 3] ?? '')
    default:
      return button(SIGNS.find(([sign]) => sign === scene)?.[1] ?? '')
  }
}

/** Plays to an ending. @param ways the choice taken at each decision, the last one again and again */
export async function playToEnding(page: Page, ways: readonly number[] = [0]): Promise<void> {
  let decided = 0
  for (let gesture = 0; gesture < 200; gesture++) {
    const scene = await doNext(page, ways[Math.min(decided, ways.length - 1)])
    if (scene === 'ending') return
    if (scene === 'decision') decided += 1
  }
  throw new Error('No ending after 200 gestures.')
}

/** Opens a module and waits for its first scene. */
export async function openModule(page: Page, module: string): Promise<void> {
  await page.goto(`./#/jouer/${module}`)
  await sceneOf(page)
}

/** Waits until every file of the app is on the device. */
export async function readyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 20))
  })
}
