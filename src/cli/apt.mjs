import { run } from './run.mjs'

/**
 * Installs packages of Debian, as root or through sudo without a password. What it could not do is seen by who asks.
 * @param {string[]} packages
 */
export async function installWithApt(packages) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const [command = 'apt-get', ...before] = [...sudo, 'apt-get']
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await run(command, [...before, 'update', '-qq'], quiet)
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  await run(command, [...before, ...install], quiet)
}
