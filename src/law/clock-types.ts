import type { Citation } from './citation.ts'
import type { CivilDate } from './civil-date.ts'

/** What one calendar day is to the clock of one case. */
export type DayKind = 'receipt' | 'working' | 'make_up' | 'weekend' | 'day_off' | 'excluded'

/** One row of the day-by-day table. `count` is the ordinal of a counted day, else null. */
export interface DayRow {
  readonly date: CivilDate
  readonly kind: DayKind
  readonly count: number | null
  /** True for counted days that exist only because the limit was extended (33条). */
  readonly extension: boolean
  /** Name of the holiday for `day_off`, e.g. 国庆, when known. */
  readonly name: string | null
}

/** One sentence of the working, with the article that carries it. */
export interface WorkingStep {
  readonly on: CivilDate
  readonly text: string
  readonly cite: Citation | null
}

export type ClockStatus =
  | 'running'
  | 'awaiting_correction'
  | 'consulting'
  | 'awaiting_payment'
  | 'deferred'
  | 'lapsed'
  | 'ended'

/** The statutory clock of one case as of one day (law.md §12.3). Fields that do not apply are null. */
export interface Clock {
  readonly status: ClockStatus
  readonly receivedOn: CivilDate
  /** First counted origin now in force (receipt, correction received, or fee paid). Day 1 is the next working day. */
  readonly originOn: CivilDate
  readonly quota: number
  readonly dueOn: CivilDate | null
  /** The due date before an extension, for the 原期限 flag. */
  readonly originalDueOn: CivilDate | null
  readonly provisional: boolean
  readonly correctionNoticeDueOn: CivilDate | null
  readonly respondBy: CivilDate | null
  readonly payBy: CivilDate | null
  readonly ifResumedTodayDueOn: CivilDate | null
  readonly latestPossibleDueOn: CivilDate | null
  /** Working days after today up to and including the due day; negative when overdue; null when not running. */
  readonly remainingWorkingDays: number | null
  /** Counted working days up to and including today. */
  readonly countedWorkingDays: number
  readonly overdue: boolean
  readonly timely: boolean | null
  readonly endedOn: CivilDate | null
  readonly lawAsOf: CivilDate
  readonly working: readonly WorkingStep[]
  readonly days: readonly DayRow[]
}
