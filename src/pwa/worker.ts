import type { Workbox } from 'workbox-window'

/** The service worker, not registered yet. Undefined where there is none: development, or an address without https. */
export async function findWorker(): Promise<Workbox | undefined> {
  if (!import.meta.env.PROD || !isSecureContext || !('serviceWorker' in navigator)) return undefined
  const { Workbox } = await import('workbox-window')
  return new Workbox(workerAddress())
}

/** The part of Trusted Types used here: TypeScript's own DOM does not know them yet. */
interface TrustedWindow {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (address: string) => string },
    ) => { createScriptURL: (address: string) => unknown }
  }
}

/** The plugin's own registration is refused under Trusted Types: this policy lets one address through. */
function workerAddress(): string {
  const address = new URL('sw.js', document.baseURI).href
  const { trustedTypes } = window as TrustedWindow
  const policy = trustedTypes?.createPolicy('sw', { createScriptURL: () => address })
  return (policy?.createScriptURL(address) ?? address) as string
}
