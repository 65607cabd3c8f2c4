import { schedule } from '../core/review'
import { readReviewCards } from './review-cards'
import { today } from './today'

/** The part of the Badging API that is used: few browsers have it, and only for an installed app. */
interface Badge {
  setAppBadge?: (count: number) => Promise<void>
  clearAppBadge?: () => Promise<void>
}

/** Shows on the icon of the installed app how many cards are due; nothing where the platform has no such badge. */
export async function showBadge(badge: Badge = navigator): Promise<void> {
  if (!badge.setAppBadge || !badge.clearAppBadge) return
  try {
    const { cards, answers } = await readReviewCards()
    const { due } = schedule(cards, answers, today())
    await (due.length ? badge.setAppBadge(due.length) : badge.clearAppBadge())
  } catch {
    // A badge is an extra: without it, the review screen still says what is due.
  }
}

/** Long enough for the first scene to be there, in milliseconds. */
const LATER = 3000

/** Keeps the badge right: soon, and each time the learner leaves the app or comes back to it. */
export function watchBadge(): void {
  setTimeout(() => void showBadge(), LATER)
  document.addEventListener('visibilitychange', () => void showBadge())
}
