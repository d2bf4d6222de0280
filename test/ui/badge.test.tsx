/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest'
import type { ClockStatus } from '#law/clock-types.ts'
import { Badge, clockBadge, ClockBadge, OutcomeBadge } from '#ui/badge.tsx'

const running = (remainingWorkingDays: number, overdue = false) => ({ status: 'running' as const, remainingWorkingDays, overdue })

describe('clock badge (ui.md §2)', () => {
  it.each([
    [0, 'red', '今天到期', 'octagon'],
    [1, 'red', '剩1日', 'octagon'],
    [2, 'red', '剩2日', 'octagon'],
    [3, 'amber', '剩3日', 'triangle'],
    [5, 'amber', '剩5日', 'triangle'],
    [6, 'green', '剩6日', 'ring'],
    [40, 'green', '剩40日', 'ring'],
  ])('with %i working days left is %s and says %s', (left, tone, word, shape) => {
    expect(clockBadge(running(left))).toEqual({ tone, word, shape })
  })

  it('is solid red and says 超期 once the due day has passed, whatever the count', () => {
    expect(clockBadge(running(-1, true))).toEqual({ tone: 'overdue', word: '超期', shape: 'octagon' })
    expect(clockBadge(running(-1)).tone).toBe('overdue')
  })

  it.each([
    ['awaiting_correction', '等补正'],
    ['consulting', '征求意见'],
    ['awaiting_payment', '待缴费'],
  ] as ReadonlyArray<[ClockStatus, string]>)('names why the clock stands: %s is %s', (status, word) => {
    expect(clockBadge({ status, remainingWorkingDays: null, overdue: false })).toEqual({ tone: 'paused', word, shape: 'bars' })
  })

  it('tells an answer from a withdrawal and a lapse', () => {
    const over = { remainingWorkingDays: null, overdue: false }
    expect(clockBadge({ ...over, status: 'ended', timely: true }).word).toBe('已答复')
    expect(clockBadge({ ...over, status: 'ended', timely: false }).word).toBe('已答复')
    expect(clockBadge({ ...over, status: 'ended', timely: null }).word).toBe('已结束')
    expect(clockBadge({ ...over, status: 'lapsed', timely: null }).word).toBe('已终止')
  })

  it('takes other limits', () => {
    expect(clockBadge(running(3), { red: 3, amber: 8 }).tone).toBe('red')
    expect(clockBadge(running(8), { red: 3, amber: 8 }).tone).toBe('amber')
    expect(clockBadge(running(9), { red: 3, amber: 8 }).tone).toBe('green')
  })

  it('never speaks by colour alone: every badge prints a shape and a word', () => {
    for (const left of [-1, 0, 4, 9]) {
      const html = String(<ClockBadge clock={running(left, left < 0)} />)
      expect(html).toContain('<svg')
      expect(html).toMatch(/<span>[^<]+<\/span>/u)
    }
    expect(String(<OutcomeBadge outcome="reconsideration_corrected" />)).toMatch(/zx-tone-overdue.*<svg.*复议纠正/su)
    expect(String(<OutcomeBadge outcome="not_reviewed" />)).toContain('未复议')
  })

  it('says 个工作日 in full on case pages', () => {
    expect(String(<ClockBadge clock={running(6)} long />)).toContain('剩6个工作日')
    expect(String(<ClockBadge clock={running(0)} long />)).toContain('今天到期')
  })

  it('prints hostile words as text', () => {
    expect(String(<Badge tone="red">{'<script>x</script>'}</Badge>)).toContain('&lt;script&gt;')
  })
})
