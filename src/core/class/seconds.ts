/**
 * Times are sent on five bits: 0 says that nothing was measured, then steps of a quarter (1, 1, 2, 2, 3… 1,009 s).
 * A class report needs no more, and says less about a pupil.
 */
export function toBucket(seconds: number | undefined): number {
  if (seconds === undefined || !(seconds > 0)) return 0
  return Math.min(31, Math.max(1, Math.round(Math.log(seconds) / Math.log(1.25))))
}

/** About how many seconds a bucket stands for; undefined when nothing was measured. */
export function secondsOf(bucket: number): number | undefined {
  return bucket === 0 ? undefined : Math.round(1.25 ** bucket)
}
