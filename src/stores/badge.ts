import { hasKeptRuns } from '../data/marker'
import { useReview } from './review'

/** The part of the Badging API that is used: few browsers have it, and only for an installed app. */
interface Badge {
  setAppBadge?: (count: number) => Promise<void>
  clearAppBadge?: () => Promise<void>
}

/** Shows on the icon of the installed app how many cards are due; nothing where the platform has no such badge. */
export async function showBadge(badge: Badge = navigator): Promise<void> {
  if (!badge.setAppBadge || !badge.clearAppBadge) return
  try {
    if (!(await hasKeptRuns())) return await badge.clearAppBadge()
    const review = useReview()
    await review.load()
    const count = review.plan.due.length
    await (count ? badge.setAppBadge(count) : badge.clearAppBadge())
  } catch {
    // A badge is an extra: without it, the review screen still says what is due.
  }
}
