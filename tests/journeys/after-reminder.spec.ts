import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { openModule, playToEnding, readyOffline } from './player'

const HOUR = 3_600_000

/** A plan « j’appelle le CFA… » at a moment, kept; its card is shown. */
async function planned(page: Page, at: number): Promise<void> {
  const [day = '', time = ''] = new Date(at)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Paris' })
    .split(' ')
  await page.getByRole('radio', { name: /15 h, je suis au calme/ }).check()
  await page.getByRole('radio', { name: 'Un autre jour' }).check()
  await page.getByLabel('Un autre jour').last().fill(day)
  await page.getByLabel('À quelle heure').fill(time.slice(0, 5))
  await page.getByRole('button', { name: 'Garder mon plan' }).click()
  await page.getByRole('button', { name: 'Revoir mon plan' }).click()
}

/** Lets the app speak and be woken, as for one that is installed. @returns what wakes it */
async function installed(page: Page, origin: string): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  for (const name of ['notifications', 'periodic-background-sync'])
    await session.send('Browser.setPermission', {
      permission: { name },
      setting: 'granted',
      origin,
      browserContextId: targetInfo.browserContextId as string,
    })
  const found = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId)
    }),
  )
  await session.send('ServiceWorker.enable')
  const registrationId = await found
  return async () => {
    const tag = 'atdj.reminders'
    await session.send('ServiceWorker.dispatchPeriodicSyncEvent', { origin, registrationId, tag })
  }
}

/** What the phone shows now. */
function spoken(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { getNotifications } = ServiceWorkerRegistration.prototype
    const shown = await getNotifications.call(await navigator.serviceWorker.ready)
    return shown.map(({ title }) => title)
  })
}

const keptReminders = (page: Page) =>
  page.evaluate(async () => (await (await caches.open('atdj.reminders')).keys()).length)

test('where the browser wakes the app, a plan is said once in the day before it, if one asked', async ({
  page,
  address,
}) => {
  await openModule(page, 'allo-le-cfa')
  await readyOffline(page)
  const wake = await installed(page, new URL(address).origin)
  await playToEnding(page)
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('link', { name: 'Mon plan si… alors…' }).click()

  await planned(page, Date.now() + 72 * HOUR)
  await page.getByRole('button', { name: 'Me le rappeler aussi sur ce téléphone' }).click()
  await expect(page.getByText('C’est prévu : une notification')).toBeVisible()
  await wake()
  expect(await spoken(page)).toEqual([])
  expect(await keptReminders(page)).toBe(1)

  await page.getByRole('button', { name: 'Changer mon plan' }).click()
  await planned(page, Date.now() + 2 * HOUR)
  expect(await keptReminders(page)).toBe(0)
  await page.getByRole('button', { name: 'Me le rappeler aussi sur ce téléphone' }).click()
  await expect(page.getByText('C’est prévu : une notification')).toBeVisible()
  await wake()
  await expect.poll(() => spoken(page)).toEqual(['J’appelle le CFA avec ma feuille'])
  expect(await keptReminders(page)).toBe(0)
})

test('elsewhere the plan says that the calendar rings, and offers nothing it cannot do', async ({
  page,
}) => {
  await openModule(page, 'allo-le-cfa')
  await playToEnding(page)
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('link', { name: 'Mon plan si… alors…' }).click()
  await planned(page, Date.now() + 72 * HOUR)
  await expect(page.getByText('Ton agenda, si.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Me le rappeler/ })).toHaveCount(0)
})
