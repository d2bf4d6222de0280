import type { CivilDate } from '#law/civil-date.ts'

/** Channels that wait for a confirmation (条例第三十一条第二项、第三项). */
export type PendingChannel = 'ordinary_mail' | 'fax'

export interface Waiting {
  readonly channel: PendingChannel
  readonly arrivedOn: CivilDate
  /** Days on which somebody tried to reach the applicant in vain. */
  readonly triedOn: readonly CivilDate[]
}

/** `today`: still to be confirmed today; `lost`: tried on the day itself in vain; `late`: the day went by without a trial. */
export type Standing = 'today' | 'tried_today' | 'lost' | 'late'

/**
 * Where a letter or fax stands that waits for confirmation: the day of arrival is its deadline.
 * @source 条例第三十一条第二项：政府信息公开工作机构应当于收到申请的当日与申请人确认
 */
export function standingOf({ arrivedOn, triedOn }: Waiting, today: CivilDate): Standing {
  const tried = triedOn.includes(arrivedOn)
  if (today <= arrivedOn) return tried ? 'tried_today' : 'today'
  return tried ? 'lost' : 'late'
}

/**
 * Nobody could be reached on the day of arrival: then, and only then, a letter counts from the day on which contact is restored.
 * A trial of a later day does not move the date (law.md §12.4).
 */
export function contactWasLost({ channel, arrivedOn, triedOn }: Waiting, confirmedOn: CivilDate): boolean {
  return channel === 'ordinary_mail' && confirmedOn > arrivedOn && triedOn.includes(arrivedOn)
}
