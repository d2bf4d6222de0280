import { expect, test } from 'vitest'
import { eventSentence, recomputedSentence } from '#features/desk/index.ts'
import { civilDate } from '#law/civil-date.ts'

const event = (oldDueOn: string | null, newDueOn: string | null, more: { provisional?: boolean; notice?: string } = {}) => ({
  type: 'calendar_recomputed' as const,
  on: civilDate('2026-12-20'),
  importId: 'x',
  oldDueOn: oldDueOn === null ? null : civilDate(oldDueOn),
  newDueOn: newDueOn === null ? null : civilDate(newDueOn),
  provisional: more.provisional ?? false,
  correctionNoticeDueOn: more.notice === undefined ? null : civilDate(more.notice),
  reason: '国务院公布2027年放假安排',
})

test.each([
  [event('2026-12-30', '2026-12-31'), '最晚答复日从12月30日（周三）改为12月31日（周四），因为国务院公布2027年放假安排'],
  [event('2026-12-31', '2027-01-05'), '最晚答复日从12月31日（周四）改为2027年1月5日（周二），因为国务院公布2027年放假安排'],
  [event('2026-12-31', '2027-01-04', { provisional: true }), '最晚答复日从12月31日（周四）改为2027年1月4日（周一）（推算），因为国务院公布2027年放假安排'],
  [event('2027-01-11', '2027-01-11'), '最晚答复日还是2027年1月11日（周一），不再是推算，因为国务院公布2027年放假安排'],
  [event(null, null), '期限现在不走，恢复后的日期不再是推算，因为国务院公布2027年放假安排'],
  [event('2026-12-30', '2026-12-31', { notice: '2026-12-22' }), '最晚答复日从12月30日（周三）改为12月31日（周四），补正告知改为最晚12月22日（周二），因为国务院公布2027年放假安排'],
])('the event of a recomputation says old date, new date and reason: %#', (one, sentence) => {
  expect(recomputedSentence(one)).toBe(sentence)
  expect(eventSentence(one)).toBe(sentence)
})
