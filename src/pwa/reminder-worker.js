// The end of the service worker, added to it by `src/build/worker-end.ts`. Where the browser wakes it now and then
// (periodic background sync, for an installed app), it says the plans of the coming day that the learner asked to
// be reminded of. It asks the network nothing and knows no word: what it says was written by the app.

/** Written by `src/data/reminder.ts`. */
const REMINDERS = 'atdj.reminders'
const A_DAY = 86_400_000

self.addEventListener('periodicsync', (event) => {
  if (event.tag === REMINDERS) event.waitUntil(sayWhatIsNear(Date.now()))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(show(new URL(event.notification.data, self.registration.scope).href))
})

/** Each reminder is said once, in the day before its moment; one whose moment has passed is dropped. */
async function sayWhatIsNear(now) {
  const kept = await caches.open(REMINDERS)
  for (const key of await kept.keys()) {
    const reminder = await (await kept.match(key)).json()
    if (reminder.at - now > A_DAY) continue
    await kept.delete(key)
    if (reminder.at > now)
      await self.registration.showNotification(reminder.title, {
        body: reminder.body,
        tag: reminder.id,
        data: reminder.address,
        icon: 'icons/icon-192.png',
      })
  }
}

async function show(address) {
  const [open] = await self.clients.matchAll({ type: 'window' })
  if (!open) return self.clients.openWindow(address)
  await open.navigate(address)
  return open.focus()
}
