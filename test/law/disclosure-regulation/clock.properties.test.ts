import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, epochDay, fromEpochDay, type CivilDate } from '#law/civil-date.ts'
import { defaultCalendar, isWorkingDay } from '#law/working-days.ts'
import { clockOf, day, fold, type Told } from '../given.ts'

const calendar = defaultCalendar()
const FIRST = epochDay(day('2008-05-01'))
const receipt = fc.integer({ min: FIRST, max: epochDay(day('2026-12-31')) }).map(fromEpochDay)
const modern = fc.integer({ min: epochDay(day('2021-01-01')), max: epochDay(day('2026-06-30')) }).map(fromEpochDay)
const RUNS = { numRuns: 40 }

const consult = (id: string, from: CivilDate, to: CivilDate): Told[] => [
  { type: 'consultation_started', id, kind: 'third_party', on: from },
  { type: 'consultation_ended', id, on: to },
]

/** Steps of a case in order: each is a kind of event and how many days after the one before. */
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 9 })), { maxLength: 10 })

function storyOf(receivedOn: CivilDate, plan: readonly (readonly [number, number])[]): Told[] {
  let on = receivedOn
  let opened = 0
  return plan.map(([kind, gap]): Told => {
    on = addDays(on, gap)
    switch (kind) {
      case 0:
        return { type: 'correction_requested', on, respondBy: addDays(on, 15) }
      case 1:
        return { type: 'correction_received', on }
      case 2:
      case 3:
        opened += 1
        return { type: 'consultation_started', id: `c${opened}`, kind: 'third_party', on, servedOn: addDays(on, 1) }
      case 4:
      case 5:
        return { type: 'consultation_ended', id: `c${opened}`, on }
      case 6:
        return { type: 'extended', on, days: 10 }
      case 7:
        return { type: 'fee_notice_sent', on }
      case 8:
        return { type: 'fee_notice_received', on }
      case 9:
        return { type: 'fee_paid', on }
      case 10:
        return { type: 'deferred', on, until: addDays(on, 60) }
      default:
        return { type: 'reasons_requested', on }
    }
  })
}

/** Keeps the events that the law accepts after those before them, as a case would have recorded them. */
function accepted(receivedOn: CivilDate, told: readonly Told[]): Told[] {
  const kept: Told[] = []
  for (const event of told) if (fold(receivedOn, [...kept, event]).ok) kept.push(event)
  return kept
}

describe('the clock, for any receipt date', () => {
  it('a due date is a working day, and the last counted day of the table', () => {
    fc.assert(
      fc.property(receipt, (receivedOn) => {
        const clock = clockOf(receivedOn)
        expect(clock.dueOn && isWorkingDay(calendar, clock.dueOn)).toBe(true)
        expect(clock.days.at(-1)).toMatchObject({ date: clock.dueOn, count: clock.quota })
      }),
      RUNS,
    )
  })

  it('a later receipt never gives an earlier date', () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 0, max: 40 }), (receivedOn, later) => {
        const [first, second] = [clockOf(receivedOn).dueOn ?? '', clockOf(addDays(receivedOn, later)).dueOn ?? '']
        expect(first <= second).toBe(true)
      }),
      RUNS,
    )
  })

  it('an extension never shortens, and one more day never gives an earlier date', () => {
    fc.assert(
      fc.property(modern, fc.integer({ min: 1, max: 19 }), (receivedOn, days) => {
        const due = (events: readonly Told[]) => clockOf(receivedOn, events).dueOn ?? ''
        const plain = due([])
        const extended = due([{ type: 'extended', on: receivedOn, days }])
        expect(plain < extended).toBe(true)
        expect(extended < due([{ type: 'extended', on: receivedOn, days: days + 1 }])).toBe(true)
      }),
      RUNS,
    )
  })

  it('a consultation never shortens, and each excluded working day costs one working day', () => {
    fc.assert(
      fc.property(modern, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 30 }), (receivedOn, wait, length) => {
        const from = addDays(receivedOn, wait)
        const clock = clockOf(receivedOn, consult('a', from, addDays(from, length)))
        expect((clockOf(receivedOn).dueOn ?? '') <= (clock.dueOn ?? '')).toBe(true)
        expect(clock.days.filter(({ count }) => count !== null)).toHaveLength(20)
      }),
      RUNS,
    )
  })

  it('splitting a consultation in two adjacent ones changes nothing', () => {
    fc.assert(
      fc.property(modern, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (receivedOn, wait, one, two) => {
        const from = addDays(receivedOn, wait)
        const middle = addDays(from, one)
        const to = addDays(middle, two)
        const whole = clockOf(receivedOn, consult('a', from, to))
        const parts = clockOf(receivedOn, [...consult('a', from, middle), ...consult('b', middle, to)])
        expect({ dueOn: parts.dueOn, days: parts.days }).toEqual({ dueOn: whole.dueOn, days: whole.days })
      }),
      RUNS,
    )
  })

  it('replaying a case gives the clock that was followed live, day by day', () => {
    fc.assert(
      fc.property(modern, steps, (receivedOn, plan) => {
        const events = accepted(receivedOn, storyOf(receivedOn, plan))
        const last = events.at(-1)?.on ?? receivedOn
        const live = events.map((_, index) => clockOf(receivedOn, events.slice(0, index + 1)))
        const replayed = clockOf(receivedOn, events, last)
        expect(live.at(-1) ?? replayed).toEqual(replayed)
        // what was told along the way is still told afterwards, sentence for sentence, except the closing one
        for (const clock of live) {
          const said = clock.status === 'ended' || clock.working.at(-1)?.text.startsWith('正在') || clock.overdue ? clock.working.slice(0, -1) : clock.working
          expect(replayed.working.slice(0, said.length)).toEqual(said)
        }
      }),
      RUNS,
    )
  })

  it('whatever happened, the table and the figures agree', () => {
    fc.assert(
      fc.property(modern, steps, fc.integer({ min: 0, max: 40 }), (receivedOn, plan, wait) => {
        const events = accepted(receivedOn, storyOf(receivedOn, plan))
        const today = addDays(day(events.at(-1)?.on ?? receivedOn), wait)
        const clock = clockOf(receivedOn, events, today)
        const running = clock.status === 'running' || clock.status === 'deferred'
        expect(clock.dueOn === null).toBe(!running)
        expect(clock.remainingWorkingDays === null).toBe(!running)
        expect(clock.overdue).toBe(running && clock.dueOn !== null && today > clock.dueOn)
        expect((clock.remainingWorkingDays ?? 0) < 0).toBe(clock.overdue)
        expect(clock.ifResumedTodayDueOn !== null).toBe(['awaiting_correction', 'awaiting_payment', 'consulting'].includes(clock.status))
        if (clock.latestPossibleDueOn !== null) expect((clock.ifResumedTodayDueOn ?? '') <= clock.latestPossibleDueOn).toBe(true)
        expect(clock.days.map(({ date }) => date)).toEqual(clock.days.map((_, index) => addDays(receivedOn, index)))
        expect(clock.days.filter(({ count, date }) => count !== null && !isWorkingDay(calendar, date))).toEqual([])
        expect(clock.working.map(({ on }) => on)).toEqual(clock.working.map(({ on }) => on).sort())
        if (clock.status === 'running') expect(clock.days.find(({ date }) => date === clock.dueOn)?.count).toBe(clock.quota)
      }),
      { numRuns: 80 },
    )
  })
})
