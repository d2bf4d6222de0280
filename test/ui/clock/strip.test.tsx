/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest'
import { civilDate } from '#law/civil-date.ts'
import { Bars, barsText } from '#ui/clock/bars.tsx'
import { DayTable } from '#ui/clock/day-table.tsx'
import { Strip } from '#ui/clock/strip.tsx'
import { stripModel } from '#ui/clock/strip-model.ts'
import { AWAITING, EXTENDED, PLAIN, RESTARTED, sampleClock, TODAY, TODAY_FILED } from '#test/tools/gallery/sample.ts'

describe('strip for the public', () => {
  it('breaks by calendar week, two weeks to a pair', () => {
    const weeks = stripModel(PLAIN, TODAY).pairs.flat()
    expect(weeks.map((week) => week[0]!.cell.date)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'])
    expect(stripModel(PLAIN, TODAY).pairs.map((pair) => pair.length)).toEqual([2, 2, 1])
  })

  it('starts in the week of a Saturday receipt', () => {
    expect(stripModel(TODAY_FILED, TODAY).pairs[0]!.map((week) => week[0]!.cell.date)).toEqual(['2026-11-21', '2026-11-23'])
  })

  it('raises the flag of today when the due day is next to it', () => {
    const { pairs, levels } = stripModel(sampleClock('2026-11-02', [], '2026-11-29'), civilDate('2026-11-29'))
    const now = pairs.flat(2).find(({ cell }) => cell.today)!
    expect([now.dueLevel, now.todayLevel]).toEqual([0, 1])
    expect(levels).toBe(2)
  })

  it('is one image named by the sentence', () => {
    const html = String(<Strip clock={PLAIN} today={TODAY} size="status" />)
    expect(html).toMatch(/role="img" aria-label="11月2日（周一）收到[^"]*11月30日（周一）答复。"/u)
    expect(html).toContain('还没到的工作日')
  })
})

describe('bars of a list row', () => {
  it('say in words what they show', () => {
    expect(barsText(EXTENDED, TODAY)).toBe('已计24日，不计10日，还有6日')
    expect(barsText(AWAITING, TODAY)).toBe('已计6日，不计9日')
    expect(barsText(sampleClock('2026-10-23', [], '2026-12-01'), civilDate('2026-12-01'))).toBe('已计20日，超期7日')
  })

  it('draw one bar per working day, two wide with a gap of one', () => {
    const html = String(<Bars clock={PLAIN} today={TODAY} />)
    expect(html.match(/2v13/gu)).toHaveLength(20)
    expect(html).toContain('M1 2v13M4 2v13')
  })
})

describe('day table', () => {
  it('lists every day with what it is and its ordinal', () => {
    const html = String(<DayTable clock={EXTENDED} today={TODAY} />)
    expect(html.match(/<tr/gu)).toHaveLength(EXTENDED.days.length + 1)
    for (const words of ['收到日，不计', '国庆休假', '调休上班', '征求第三方意见，不计', '工作日（延长）', '原期限', '最晚答复日', '今天']) expect(html).toContain(words)
  })

  it('names the restart', () => {
    const html = String(<DayTable clock={RESTARTED} />)
    expect(html).toContain('重新计算以前，不计')
    expect(html).toContain('重新起算的那天，不计')
  })
})
