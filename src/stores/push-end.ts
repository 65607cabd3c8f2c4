import { isListOver } from '../data/push/last-day'

/** Erases the list of an adviser when its last day is over, whatever screen is opened. The database is only opened then. */
export async function erasePushWhenOver(): Promise<void> {
  const now = new Date()
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  const today = local.toISOString().slice(0, 10)
  if (!isListOver(today)) return
  const { pushListsIn } = await import('../data/push/push-lists')
  // Refused storage: the list is erased when its own screen opens.
  await pushListsIn()
    .eraseOver(today)
    .catch(() => false)
}
