import { jobs, type JobName, type Jobs } from './push-job'
import { TableTrouble, type TableFault } from './read-table'

/** What the worker hears. */
type Ask = {
  [Name in JobName]: { id: number; name: Name; asked: Jobs[Name]['asks'] }
}[JobName]

/** What the worker says: how far it is, then the answer or why there is none. */
export type Say = { id: number } & (
  { share: number } | { given: unknown } | { fault: TableFault | 'failed' }
)

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  void work(data)
})

async function work({ id, name, asked }: Ask): Promise<void> {
  const say = (said: Say) => self.postMessage(said)
  const job = jobs[name] as (
    asked: unknown,
    tell: (share: number) => void,
  ) => Promise<Jobs[JobName]['gives']>
  try {
    say({ id, given: await job(asked, (share) => say({ id, share })) })
  } catch (error) {
    say({ id, fault: error instanceof TableTrouble ? error.fault : 'failed' })
  }
}
