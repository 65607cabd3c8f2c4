// The way back from a release that went wrong: put this file on the host in place of sw.js. At its next visit, each
// device drops the stored app and takes every file from the host again. What people keep (runs, notebook) stays.
// When the app is well again, put its own sw.js back.
addEventListener('install', () => self.skipWaiting())
addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) await caches.delete(name)
      await self.registration.unregister()
    })(),
  )
})
