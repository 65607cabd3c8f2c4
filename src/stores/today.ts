import { dayAt, type Day } from '../core/day'

/** The day it is for the learner, by the clock and zone of the device. */
export function today(): Day {
  const now = new Date()
  return dayAt(now.getTime(), -now.getTimezoneOffset())
}
