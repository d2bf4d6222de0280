import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarPages } from '#features/calendar/index.ts'
import { casePages } from '#features/case-page/index.ts'
import { noticePages } from '#features/notices/index.ts'
import { ARRANGEMENT_2027, INVENTED_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, hiddenFields, type CalendarWorld } from './world.ts'

const JSON_2027 = JSON.stringify(ARRANGEMENT_2027)

describe('the calendar pages', { timeout: 60_000 }, () => {
  let world: CalendarWorld
  beforeEach(async () => {
    world = await calendarWorld('2026-12-20', { pages: [calendarPages, noticePages, casePages] })
  })
  afterEach(() => world.close())

  const text = async (answer: Response | Promise<Response>) => (await answer).text()
  const get = (username: string, path: string) => text(world.request(username, path))
  const preview = (fields: Record<string, string>) => world.submit('xitong', '/desk/calendar/import', fields)
  /** The confirmation of a preview page, as its button sends it. */
  const confirm = async (page: string, more: Record<string, string> = {}) => {
    const cookie = (await world.request('xitong', '/desk/calendar')).headers.get('set-cookie')!.split(';')[0]!
    const token = hiddenFields(await text(world.request('xitong', '/desk/calendar/import', { headers: { cookie } })))['_csrf']!
    const { request, digest } = hiddenFields(page)
    return world.request('xitong', '/desk/calendar/confirm', { method: 'POST', headers: { cookie }, body: new URLSearchParams({ request: request!, digest: digest!, ...more, _csrf: token }) })
  }

  test('show everybody the years, day by day, and where the known calendar ends', async () => {
    const html = await get('chengban', '/desk/calendar')
    expect(html).toContain('放假安排已知到2026年12月31日（周四）')
    expect(html).toContain('2月15日至23日')
    expect(html).toContain('>14班<')
    expect(html).not.toContain('/desk/calendar/import')
    expect(html).toContain('放假安排和临时放假由系统管理员导入、登记')
    expect(await get('chengban', '/desk/calendar?year=2027')).toContain('安排还没有公布，按周末和法定节日推算')
    expect(await get('chengban', '/desk/calendar?year=2008')).toContain('9月27日（周六）、9月28日（周日）')
    expect(await get('chengban', '/desk/calendar?year=1999')).toContain('>2026年</h2>')
    expect(await get('xitong', '/desk/calendar')).toContain('href="/desk/calendar/import"')
  })

  test.each(['/desk/calendar/import', '/desk/calendar/day-off'])('%s is refused to others with 403', async (path) => {
    const answer = await world.request('gongkai', path)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('日历由系统管理员维护，您可以看，不能改')
  })

  test('a confirmation by somebody else changes nothing', async () => {
    const page = await text(preview({ way: 'json', json: JSON_2027 }))
    const { request, digest } = hiddenFields(page)
    const answer = await world.submit('gongkai', '/desk/calendar', { request: request!, digest: digest! }, '/desk/calendar/confirm')
    expect(answer.status).toBe(403)
    expect(await world.services.sql`select 1 from calendar_change`).toHaveLength(0)
  })

  test('pasted, uploaded and typed lead to the same preview, which writes nothing', async () => {
    await world.file('2026-12-04', { handler: 'chengban' })
    const pasted = await text(preview({ way: 'json', json: JSON_2027 }))
    const lines = (days: readonly string[]) => days.join('\n')
    const typed = await text(preview({ way: 'typed', year: '2027', off: lines(INVENTED_2027.off), work: lines(INVENTED_2027.work), notice: INVENTED_2027.notice[0] }))
    const page = await world.request('xitong', '/desk/calendar/import')
    const form = new FormData()
    form.set('_csrf', hiddenFields(await page.text())['_csrf']!)
    form.set('way', 'json')
    form.set('json', '{"2027": {"off": []}}')
    form.set('file', new File([JSON_2027], '2027.json', { type: 'application/json' }))
    const uploaded = await text(world.request('xitong', '/desk/calendar/import', { method: 'POST', body: form, headers: { cookie: page.headers.get('set-cookie')!.split(';')[0]! } }))
    for (const html of [pasted, typed, uploaded]) {
      expect(html).toContain('1件在办案件的最晚答复日会变，承办人有提醒')
      expect(html).toContain('<b>2026-0001</b>')
      expect(html).toContain('2027-01-04 周一')
      expect(html).toContain('2027-01-05 周二')
    }
    expect(new Set([pasted, typed, uploaded].map((html) => hiddenFields(html)['digest'])).size).toBe(1)
    expect(await world.services.sql`select 1 from calendar_change`).toHaveLength(0)
  })

  test('wrong content comes back as it was typed, each fault at its field', async () => {
    const answer = await preview({ way: 'typed', year: '2027', off: '1月1日\n<b>2月30日', work: '1月5日', notice: '' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('错误：导入放假安排')
    expect(html).toContain('第2行“&lt;b&gt;2月30日”不是一个日期')
    expect(html).toContain('&lt;b&gt;2月30日</textarea>')
    const later = await preview({ way: 'typed', year: '2027', off: '1月1日', work: '1月30日\n1月5日', notice: '' })
    expect(await later.text()).toContain('第2行：2027年1月5日（周二）本来就上班')
    expect((await preview({ way: 'json', json: '{' })).status).toBe(422)
  })

  test('a confirmed import is made once, says so, and shows how far the cases are', async () => {
    await world.file('2026-12-04', { handler: 'chengban' })
    const page = await text(preview({ way: 'json', json: JSON_2027 }))
    const first = await confirm(page)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/desk/calendar?done=1&year=2027'])
    expect(await get('xitong', '/desk/calendar?done=1&year=2027')).toContain('正在后台重新计算在办案件')
    expect((await confirm(page)).headers.get('location')).toBe('/desk/calendar?done=nothing&year=2027')
    await world.runJobs()
    const done = await get('xitong', '/desk/calendar?done=1&year=2027')
    expect(done).toContain('在办案件已经重新计算，改了1件')
    expect(done).toContain('国务院公布，系统管理员甲今天10时00分导入')
    expect(await text(preview({ way: 'json', json: JSON_2027 }))).toContain('日历已经是这样，没有要改的')
  })

  test('when the calendar changed after the preview the confirmation is refused with 409, and offers to look again', async () => {
    const page = await text(preview({ way: 'json', json: JSON_2027 }))
    const other = await text(world.submit('xitong', '/desk/calendar/day-off', { date: '2026-12-28', name: '暴雪', reason: '市政府通告', authorityId: '' }))
    expect(other).toContain('登记并重新计算')
    expect((await confirm(other)).status).toBe(303)
    const refused = await confirm(page)
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('日历在您看过以后又变了')
    expect(JSON.parse(hiddenFields(html)['request']!)).toEqual({ kind: 'import', years: { '2027': INVENTED_2027 } })
    expect(await world.services.sql`select kind from calendar_change`).toEqual([{ kind: 'day_off' }])
  })

  test('a changed request under the digest of another is refused', async () => {
    const page = await text(preview({ way: 'json', json: JSON_2027 }))
    const forged = JSON.stringify({ kind: 'import', years: { '2027': { off: ['2027-01-01'], work: [], notice: [] } } })
    expect((await confirm(page, { request: forged })).status).toBe(409)
    expect((await confirm(page, { digest: '' })).status).toBe(409)
    expect((await confirm(page, { request: '{' })).status).toBe(422)
    expect(await world.services.sql`select 1 from calendar_change`).toHaveLength(0)
  })

  test('the handler sees the change in the history of the case and among his notices, and marks it as read', async () => {
    const { number } = await world.file('2026-12-04', { handler: 'chengban' })
    await confirm(await text(preview({ way: 'json', json: JSON_2027 })))
    await world.runJobs()
    await world.live.refresh()
    const sentence = '最晚答复日从2027年1月4日（周一）改为2027年1月5日（周二），因为国务院公布2027年放假安排'
    const page = await get('chengban', `/desk/cases/${number}`)
    expect(page).toContain(sentence)
    expect(page).toContain('<span class="zx-count zx-count-red">1</span>')
    expect(page).toContain('前后相接，未被改动')
    expect(await get('chengban', '/desk/notices')).toContain(`href="/desk/cases/${number}"`)
    expect(await get('chengban', '/desk/notices')).toContain(sentence)
    expect(await get('chengban2', '/desk/notices')).toContain('没有提醒')
    const [row] = await world.services.sql`select id from notification`
    await world.submit('chengban2', '/desk/calendar', { id: String(row!['id']) }, '/desk/notices/read')
    expect(await world.services.sql`select 1 from notification where read_at is null`).toHaveLength(1)
    expect((await world.submit('chengban', '/desk/notices', { upTo: String(row!['id']) }, '/desk/notices/read')).headers.get('location')).toBe('/desk/notices')
    expect(await get('chengban', '/desk/notices')).toContain('都看过了')
    expect((await world.submit('chengban', '/desk/notices', { id: 'x', upTo: '-1' }, '/desk/notices/read')).status).toBe(422)
  })
})
