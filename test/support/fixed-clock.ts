import { instant } from '#law/instant.ts'
import type { Clock } from '#platform/clock.ts'

/** A clock that stands still until it is set. */
export interface FixedClock extends Clock {
  /** @param moment ISO 8601 in UTC, or a day: then 10:00 in Shanghai */
  set(moment: string): void
}

export function fixedClock(moment: string): FixedClock {
  let now = read(moment)
  return {
    now: () => now,
    set(next) {
      now = read(next)
    },
  }
}

function read(moment: string) {
  return instant(moment.length === 10 ? `${moment}T02:00:00.000Z` : moment)
}
