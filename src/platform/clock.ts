import { civilDateOf, type CivilDate } from '#law/civil-date.ts'
import { instant, type Instant } from '#law/instant.ts'

/** The only source of the present. Handed in by `main.*`; tests hand in a fixed one. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instant(new Date().toISOString()) }

/** Today in Asia/Shanghai. */
export function today(clock: Clock): CivilDate {
  return civilDateOf(clock.now())
}

/** Moves a moment by whole seconds; negative goes back. */
export function plusSeconds(moment: Instant, seconds: number): Instant {
  return instant(new Date(Date.parse(moment) + seconds * 1000).toISOString())
}

/** Seconds from `from` to `to`. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
