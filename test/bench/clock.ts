import days from 'chinese-days'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import type { ClockEvent } from '#law/disclosure-regulation/clock-events.ts'
import { addDays, civilDate, type CivilDate } from '#law/civil-date.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { median, perSecond, times, type Row } from './measure.ts'

const ROUNDS = 7
const COUNT = 2_000
const calendar = defaultCalendar()
const STARTS = Array.from({ length: 250 }, (_, index) => addDays(civilDate('2025-01-02'), index))

/** A case with ten events: correction, three consultations, an extension, the reply. */
function eventsFrom(start: CivilDate): readonly ClockEvent[] {
  const on = (days: number) => addDays(start, days)
  return [
    { type: 'correction_requested', on: on(3), respondBy: on(20) },
    { type: 'correction_received', on: on(12) },
    { type: 'consultation_started', id: 'a', kind: 'third_party', on: on(14), servedOn: on(15) },
    { type: 'consultation_started', id: 'b', kind: 'co_producer', on: on(16), servedOn: on(17) },
    { type: 'consultation_ended', id: 'a', on: on(22) },
    { type: 'consultation_started', id: 'c', kind: 'other_agency', on: on(23), servedOn: on(24) },
    { type: 'consultation_ended', id: 'b', on: on(26) },
    { type: 'consultation_ended', id: 'c', on: on(28) },
    { type: 'extended', on: on(30), days: 20 },
    { type: 'replied', on: on(58) },
  ]
}

/** Whole replays of a clock (state, working, day table) against as many bare searches for the 20th working day. */
export function benchClock(): Row {
  const cases = STARTS.map((receivedOn) => ({ receivedOn, events: eventsFrom(receivedOn), today: addDays(receivedOn, 60), calendar }))
  const replay = (index: number) => {
    const folded = foldClock(cases[index % cases.length]!)
    if (!folded.ok || folded.clock.status !== 'ended') throw new Error('the case of the benchmark did not end')
  }
  const search = (index: number) => {
    if (!days.findWorkday(20, STARTS[index % STARTS.length]!)) throw new Error('no day found')
  }
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(rate(replay))
    bare.push(rate(search))
  }
  const ratio = median(ours) / median(bare)
  return { what: 'clock replay, ten events', figure: perSecond(median(ours)), against: `chinese-days findWorkday(20) ${perSecond(median(bare))}`, ratio: times(ratio), wanted: '' }
}

function rate(work: (index: number) => void): number {
  const start = performance.now()
  for (let index = 0; index < COUNT; index += 1) work(index)
  return (COUNT / (performance.now() - start)) * 1000
}
