import { describe, expect, it } from 'vitest'
import { civilDate } from '#law/civil-date.ts'
import { cellsOf, lateDays, todayIsBehind } from '#ui/clock/cells.ts'
import { AWAITING, CONSULTING, EXTENDED, OVERDUE, PLAIN, REPLIED, RESTARTED, sampleClock, TODAY } from '#test/tools/gallery/sample.ts'

const cellOf = (clock: typeof PLAIN, date: string, today = TODAY) => cellsOf(clock, today).find((cell) => cell.date <= date && date <= cell.until)!

describe('day cells of a case received before 国庆, asked about, extended', () => {
  it('shows the receipt day as 收 and never numbers it', () => {
    expect(cellsOf(EXTENDED, TODAY)[0]).toMatchObject({ look: 'receipt', date: '2026-09-29', count: null })
  })

  it('folds the days off of 国庆 into one gap that names it', () => {
    expect(cellOf(EXTENDED, '2026-10-03')).toMatchObject({ look: 'gap', date: '2026-10-01', until: '2026-10-07', holiday: '国庆' })
  })

  it('counts the 调休 Saturday and marks it', () => {
    expect(cellOf(EXTENDED, '2026-10-10')).toMatchObject({ look: 'counted', makeUp: true, count: 4 })
    expect(cellOf(EXTENDED, '2026-10-11')).toMatchObject({ look: 'gap', holiday: null })
  })

  it('shows the ten working days of the consultation without figures (33条3款)', () => {
    const excluded = cellsOf(EXTENDED, TODAY).filter((cell) => cell.look === 'excluded')
    expect(excluded).toHaveLength(10)
    expect(excluded.every((cell) => cell.count === null && cell.why === 'consulting')).toBe(true)
    expect([excluded[0]!.date, excluded.at(-1)!.date]).toEqual(['2026-10-26', '2026-11-06'])
  })

  it('runs the figures on from 21 to 30 in the extension, past and ahead', () => {
    const extension = cellsOf(EXTENDED, TODAY).filter((cell) => cell.extension)
    expect(extension.map((cell) => cell.count)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30])
    expect(extension.map((cell) => cell.look)).toEqual([...Array<string>(4).fill('counted'), ...Array<string>(6).fill('ahead')])
  })

  it('marks the due day, the former due day, and today in the weekend gap', () => {
    expect(cellOf(EXTENDED, '2026-11-30').due).toBe(true)
    expect(cellOf(EXTENDED, '2026-11-16').formerDue).toBe(true)
    expect(cellOf(EXTENDED, '2026-11-21')).toMatchObject({ look: 'gap', today: true })
    expect(cellsOf(EXTENDED, TODAY).filter((cell) => cell.today)).toHaveLength(1)
  })
})

describe('day cells at a stop', () => {
  it('end today while a correction is awaited, with the wait uncounted (30条)', () => {
    const cells = cellsOf(AWAITING, TODAY)
    expect(cells.at(-1)!.until <= TODAY).toBe(true)
    expect(cells.filter((cell) => cell.why === 'waiting')).toHaveLength(9)
  })

  it('keep the outlook where it is wanted', () => {
    expect(cellsOf(CONSULTING, TODAY, { outlook: true }).at(-1)!.date).toBe('2026-12-09')
    expect(cellsOf(CONSULTING, TODAY).at(-1)!.until <= TODAY).toBe(true)
  })

  it('show what was counted before a restart as not counted, and the restart day apart', () => {
    const cells = cellsOf(RESTARTED, TODAY)
    expect(cells.find((cell) => cell.date === '2026-11-16')!.look).toBe('origin')
    expect(cells.filter((cell) => cell.why === 'restart').every((cell) => cell.date < '2026-11-16')).toBe(true)
    expect(cells.find((cell) => cell.date === '2026-11-17')).toMatchObject({ look: 'counted', count: 1 })
  })
})

describe('day cells after the due day', () => {
  const late = sampleClock('2026-10-23', [], '2026-12-30')

  it('are red, and only ten of them are drawn however late it is', () => {
    expect(cellsOf(late, civilDate('2026-12-30')).filter((cell) => cell.look === 'late')).toHaveLength(10)
    expect(lateDays(late)).toBe(28)
    expect(todayIsBehind(late, civilDate('2026-12-30'))).toBe(true)
  })

  it('do not exist on the weekend after the due day', () => {
    expect(lateDays(OVERDUE)).toBe(0)
    expect(todayIsBehind(OVERDUE, TODAY)).toBe(false)
  })
})

describe('day cells of an answered case', () => {
  it('count up to the answer and have no line of today', () => {
    const cells = cellsOf(REPLIED, TODAY)
    expect(cells.filter((cell) => cell.look === 'counted').at(-1)!.date).toBe('2026-11-18')
    expect(cells.find((cell) => cell.ended)!.date).toBe('2026-11-18')
    expect(cells.some((cell) => cell.today)).toBe(false)
  })
})
