import type { JobName, Jobs, Progress } from './push-job'
import workerUrl from './push-worker.ts?worker&url'
import type { Say } from './push-worker'

/** Why a job gave nothing: a name of `TableFault`, or `failed`. */
class JobTrouble extends Error {
  constructor(readonly fault: Extract<Say, { fault: unknown }>['fault']) {
    super(`Job: ${fault}`)
    this.name = 'JobTrouble'
  }
}

interface Waiting {
  resolve: (given: never) => void
  reject: (error: unknown) => void
  tell: Progress
}

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/** Has a job done beside the page, which stays alive. @throws {JobTrouble} */
export function doJob<Name extends JobName>(
  name: Name,
  asked: Jobs[Name]['asks'],
  tell: Progress = () => undefined,
): Promise<Jobs[Name]['gives']> {
  worker ??= startWorker()
  const id = (last += 1)
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, tell })
    worker?.postMessage({ id, name, asked })
  })
}

function startWorker(): Worker {
  const started = new Worker(trusted(workerUrl) as string, { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<Say>) => hear(data))
  started.addEventListener('error', () => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(new JobTrouble('failed'))
    waiting.clear()
  })
  return started
}

function hear(said: Say): void {
  const asker = waiting.get(said.id)
  if (!asker) return
  if ('share' in said) return asker.tell(said.share)
  waiting.delete(said.id)
  if ('fault' in said) asker.reject(new JobTrouble(said.fault))
  else asker.resolve(said.given as never)
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

let policy: { createScriptURL: (address: string) => unknown } | undefined

/** The policy lets one address through: that of this worker. */
function trusted(address: string): unknown {
  const { trustedTypes } = window as TrustedWindow
  policy ??= trustedTypes?.createPolicy('push', { createScriptURL: () => workerUrl })
  return policy?.createScriptURL(address) ?? address
}
