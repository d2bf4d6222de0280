import { civilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { foldClock, type ClockEvent } from '#law/disclosure-regulation/clock.ts'
import { defaultCalendar } from '#law/working-days.ts'

/** The day on which every picture of the gallery is taken. */
export const TODAY = civilDate('2026-11-21')

const on = civilDate

/** A clock of the real law for the gallery and its tests. */
export function sampleClock(receivedOn: string, events: readonly ClockEvent[] = [], today: string = TODAY): Clock {
  const outcome = foldClock({ receivedOn: on(receivedOn), events, today: on(today), calendar: defaultCalendar() })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.clock
}

export const AGENCY = {
  name: '云川市公安局',
  consultPhone: '0000-6628 1201',
  supervisePhone: '0000-6628 1209',
  officeName: '云川市公安局政府信息公开办公室',
  address: '云川市安定路8号',
}

/** Case 2026-0159: third party asked, then extended. */
export const EXTENDED = sampleClock('2026-09-29', [
  { type: 'consultation_started', id: 'a', kind: 'third_party', on: on('2026-10-23'), servedOn: on('2026-10-26') },
  { type: 'consultation_ended', id: 'a', on: on('2026-11-06') },
  { type: 'extended', on: on('2026-11-12'), days: 10 },
])

/** Case 2026-0187: nothing happened yet. */
export const PLAIN = sampleClock('2026-11-02')

/** What the applicant of 2026-0183 waits for. */
export const AWAITING = sampleClock('2026-10-30', [{ type: 'correction_requested', on: on('2026-11-09'), respondBy: on('2026-11-27') }])

export const RESTARTED = sampleClock('2026-10-30', [
  { type: 'correction_requested', on: on('2026-11-09'), respondBy: on('2026-11-27') },
  { type: 'correction_received', on: on('2026-11-16') },
])

export const CONSULTING = sampleClock('2026-10-16', [{ type: 'consultation_started', id: 'a', kind: 'third_party', on: on('2026-11-09'), servedOn: on('2026-11-12') }])

export const OVERDUE = sampleClock('2026-10-23')

export const REPLIED = sampleClock('2026-11-02', [{ type: 'replied', on: on('2026-11-18') }])

/** Received today, for the promise on the home page. */
export const TODAY_FILED = sampleClock(TODAY)
