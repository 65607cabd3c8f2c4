// Needs nothing but Node: this is what runs first on a fresh machine.
import { readFileSync } from 'node:fs'
import { run } from './run.mjs'

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock
 */

/** Runs `npm ci` when node_modules is missing or is not what package-lock.json describes. */
export async function installPackages() {
  const wanted = readLock('package-lock.json')
  const installed = readLock('node_modules/.package-lock.json')
  if (wanted && installed && matches(wanted, installed)) return true
  return (await run('npm', ['ci'])) === 0
}

/**
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function matches(wanted, installed) {
  const here = Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    const found = installed.packages[path]
    return path === '' || (found ? found.version === version : optional === true)
  })
  return here && Object.keys(installed.packages).every((path) => path in wanted.packages)
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
