import { expect, test } from 'vitest'
import { dayRuns } from '#features/calendar/day-runs.ts'
import { holidayRuns, runText } from '#features/calendar/holiday-runs.ts'
import { PUBLISHED_ARRANGEMENTS, readArrangements } from '#law/calendar/arrangements.ts'
import { createBook } from '#law/calendar/calendar-book.ts'
import { dayChanges } from '#law/calendar/day-changes.ts'
import { civilDate } from '#law/civil-date.ts'
import { createCalendar, defaultCalendar } from '#law/working-days.ts'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'

test('the arrangement of 2026 reads as its notice: each holiday with its days and the weekend days worked for it', () => {
  const year = PUBLISHED_ARRANGEMENTS.find((each) => each.year === 2026)!
  expect(holidayRuns(year, defaultCalendar()).map((run) => [run.name, runText(run), run.days, run.work])).toEqual([
    ['元旦', '1月1日至3日', 3, ['2026-01-04']],
    ['春节', '2月15日至23日', 9, ['2026-02-14', '2026-02-28']],
    ['清明', '4月4日至6日', 3, []],
    ['劳动', '5月1日至5日', 5, ['2026-05-09']],
    ['端午', '6月19日至21日', 3, []],
    ['中秋', '9月25日至27日', 3, ['2026-09-20']],
    ['国庆', '10月1日至7日', 7, ['2026-10-10']],
  ])
})

test('a run over the turn of a month or a year names both days, a single day its weekday', () => {
  const run = (first: string, last: string) => runText({ first: civilDate(first), last: civilDate(last) })
  expect(run('2025-01-28', '2025-02-04')).toBe('1月28日至2月4日')
  expect(run('2026-12-31', '2027-01-02')).toBe('12月31日至1月2日')
  expect(run('2027-06-09', '2027-06-09')).toBe('6月9日（周三）')
})

test('days that change alike are drawn together, those that change otherwise stand apart', () => {
  const after = createCalendar([...PUBLISHED_ARRANGEMENTS, ...readArrangements(ARRANGEMENT_2027)])
  const moved = dayChanges(createBook(0, PUBLISHED_ARRANGEMENTS, []).common, after, [2027]).filter((day) => day.before.working !== day.after.working)
  expect(dayRuns(moved).map((run) => [runText(run), run.working, run.name])).toEqual([
    ['1月4日（周一）', false, '元旦'], ['1月9日（周六）', true, null], ['1月30日（周六）', true, null], ['2月9日至12日', false, '春节'], ['2月20日（周六）', true, null],
    ['5月3日至5日', false, '劳动'], ['5月8日（周六）', true, null], ['9月26日（周日）', true, null], ['10月4日至7日', false, '国庆'], ['10月9日（周六）', true, null],
  ])
  expect(dayRuns([])).toEqual([])
})
