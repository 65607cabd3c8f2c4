import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../../src/cli/chromium.mjs'

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-crash-reporter',
  '--remote-debugging-port=0',
]

/** A browser in a process group of its own, on a profile that outlives it. */
export interface OwnBrowser {
  context: BrowserContext
  /** Ends every process of the browser at once, without a word: what a dead battery does. */
  kill: () => Promise<void>
}

/** Starts the system's Chromium on a profile. */
export async function openOwnBrowser(profile: string): Promise<OwnBrowser> {
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const program = findChromium() ?? chromium.executablePath()
  const child = spawn(program, [...QUIET, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  })
  const { pid } = child
  if (!pid) throw new Error(`${program} does not start.`)
  const ended = once(child, 'exit')
  const browser: Browser = await chromium.connectOverCDP(await addressIn(portFile))
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser has no context.')
  return {
    context,
    kill: async () => {
      process.kill(-pid, 'SIGKILL')
      await ended
      while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5))
      await browser.close().catch(() => undefined)
    },
  }
}

async function addressIn(portFile: string): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    try {
      const [port, path] = readFileSync(portFile, 'utf8').split('\n')
      if (port && path) return `ws://127.0.0.1:${port}${path}`
    } catch {
      // Not written yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The browser did not say where it listens.')
}

/** Says whether a process of the group is left. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0)
    return true
  } catch {
    return false
  }
}
