import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureVoices } from '../../src/cli/voices.mjs'

/** What the browser needs to speak. */
export interface Voices {
  args: string[]
  env: Record<string, string>
  stop: () => Promise<void>
}

/**
 * Starts Debian's speech service with a French voice (espeak-ng) and no loudspeaker, for a browser of the journeys:
 * what it says is really synthesised, then thrown away.
 * @throws {Error} when the service is not installed, or does not start
 */
export async function startVoices(): Promise<Voices> {
  const missing = await ensureVoices()
  if (missing) throw new Error(missing)
  const home = mkdtempSync(join(tmpdir(), 'atdj-voice-'))
  const [config, socket] = [join(home, 'config'), join(home, 'socket')]
  mkdirSync(join(config, 'modules'), { recursive: true })
  writeFileSync(join(config, 'modules/espeak-ng.conf'), 'EspeakNgMbrola 0\n')
  writeFileSync(
    join(config, 'speechd.conf'),
    [
      'LogLevel 0',
      'AudioOutputMethod "alsa"',
      'AudioALSADevice "null"',
      'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"',
      'DefaultModule espeak-ng',
      'DefaultLanguage fr',
      '',
    ].join('\n'),
  )
  const child = spawn(
    'speech-dispatcher',
    [
      '-s',
      '-t',
      '0',
      '-C',
      config,
      '-L',
      home,
      '-P',
      join(home, 'pid'),
      '-c',
      'unix_socket',
    ].concat(['-S', socket]),
    { stdio: 'ignore' },
  )
  const ended = once(child, 'exit')
  for (let tries = 0; !existsSync(socket); tries++) {
    if (tries > 500 || child.exitCode !== null) throw new Error('speech-dispatcher does not start.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    args: ['--enable-speech-dispatcher'],
    env: { SPEECHD_ADDRESS: `unix_socket:${socket}` },
    stop: async () => {
      child.kill()
      await ended
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
