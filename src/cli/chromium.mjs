import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installWithApt } from './apt.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser the journeys drive: CHROMIUM_PATH, else the first one on the PATH. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/**
 * Finds Chromium, or installs Debian's. Gives a sentence to show when it can do neither.
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return isExecutable(found) ? undefined : `CHROMIUM_PATH is not a program: ${found}`
  await installWithApt(['chromium'])
  return findChromium()
    ? undefined
    : 'No Chromium here and apt-get could not install it: install Chromium or Chrome, or set CHROMIUM_PATH.'
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
