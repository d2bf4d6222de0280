import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarApi } from '#features/calendar/index.ts'
import { ARRANGEMENT_2027, INVENTED_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, type CalendarWorld } from './world.ts'

let world: CalendarWorld
beforeAll(async () => {
  world = await calendarWorld('2026-12-20', { apis: [calendarApi] })
})
afterAll(() => world.close())

const send = (username: string | null, path: string, body: unknown) =>
  world.request(username, `/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) })
const post = async (username: string | null, path: string, body: unknown) => {
  const answer = await send(username, path, body)
  return { status: answer.status, type: answer.headers.get('content-type'), body: (await answer.json()) as Record<string, unknown> }
}
const calendar = async () => (await (await world.request('chengban', '/api/v1/calendar')).json()) as Record<string, unknown>

describe('the calendar by API', { timeout: 60_000 }, () => {
  test('is read by every member of staff, and by nobody else', async () => {
    expect(await calendar()).toMatchObject({ revision: 0, knownUntil: '2026-12-31', localDaysOff: [], changes: [] })
    const { years, version } = (await calendar()) as unknown as { years: { year: number; source: string; off: object[]; work: string[] }[]; version: string }
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 19 }, (_, index) => 2008 + index))
    expect(years.at(-1)).toMatchObject({ source: 'software', work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'] })
    expect(years.at(-1)!.off[0]).toEqual({ date: '2026-01-01', name: '元旦' })
    expect(version).toMatch(/^2008-2026\./)
    expect((await world.request(null, '/api/v1/calendar')).status).toBe(401)
  })

  test.each([
    ['/calendar/preview', ARRANGEMENT_2027],
    ['/calendar/imports', ARRANGEMENT_2027],
    ['/calendar/local-days-off', { date: '2026-12-28', name: '暴雪', reason: '市政府通告' }],
  ])('%s is for system administrators: others get 403, strangers 401', async (path, body) => {
    for (const username of ['chengban', 'gongkai', 'anquan', 'shenji']) {
      expect(await post(username, path, body)).toMatchObject({ status: 403, body: { code: 'calendar/not-permitted' } })
    }
    expect((await send(null, path, {})).status).toBe(401)
  })

  test.each([
    ['no body', '', 'years'],
    ['no JSON', '{', 'body'],
    ['a list', '[1]', 'body'],
    ['a year in words', { years: { next: { off: [] } } }, 'years.next'],
    ['no year', { years: {} }, 'years'],
    ['days that are no list', { years: { '2027': { off: '2027-01-01' } } }, 'years.2027.off'],
    ['a day that is a number', { '2027': { off: [20270101] } }, 'years.2027.off.0'],
    ['a day that does not exist', { '2027': { off: ['2027-01-01', '2027-02-30'] } }, 'years.2027.off.1'],
    ['a make-up day that is no weekend', { '2027': { ...INVENTED_2027, work: ['2027-03-02'] } }, 'years.2027.work.0'],
    ['a day twice', { '2027': { off: ['2027-01-01', '2027-01-01'] } }, 'years.2027.off.1'],
    ['a day of another decade', { '2027': { off: ['2037-01-01'] } }, 'years.2027.off.0'],
    ['a gap before the year', { '2029': { off: ['2029-01-01'] } }, 'years.2029'],
    ['an address with control characters', { '2027': { ...INVENTED_2027, notice: ['\u0000'] } }, 'years.2027.notice.0'],
    ['a field that is not there', { '2027': { ...INVENTED_2027, secret: 1 } }, 'years.2027.secret'],
    ['a digest of another kind', { years: ARRANGEMENT_2027, digest: 'x' }, 'digest'],
    ['a prototype', '{"2027": {"off": ["2027-01-01"], "__proto__": {"work": []}}}', 'years.2027.__proto__'],
  ])('an import with %s is 422 and names the field', async (_name, body, field) => {
    const answer = await post('xitong', '/calendar/imports', body)
    expect([answer.status, answer.type]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect((answer.body['errors'] as { field: string }[]).map((error) => error.field)).toContain(field)
    expect(await calendar()).toMatchObject({ revision: 0 })
  })

  test('a preview tells what an import would do and does none of it', async () => {
    await world.file('2026-12-04', { handler: 'chengban' })
    const { status, body } = await post('xitong', '/calendar/preview', ARRANGEMENT_2027)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      changed: true, years: [2027], warnings: [],
      cases: { total: 1, moved: 1, first: [{ number: '2026-0001', authorityId: 'shiju', handlerName: '承办人甲', oldDueOn: '2027-01-04', newDueOn: '2027-01-05', wasProvisional: true, provisional: false }] },
    })
    expect(JSON.stringify(body)).not.toMatch(/清单|申请人甲/)
    expect(await calendar()).toMatchObject({ revision: 0 })
    expect(await world.services.sql`select 1 from outbox where job = 'recompute-open-cases'`).toHaveLength(0)
  })

  test('an import is made once: 201, then 200; a preview that is out of date is 409', async () => {
    const { body: seen } = await post('xitong', '/calendar/preview', { kind: 'import', years: ARRANGEMENT_2027 })
    const { body: other } = await post('xitong', '/calendar/preview', { date: '2026-12-28', name: '暴雪', reason: '市政府通告' })
    const first = await post('xitong', '/calendar/imports', { years: ARRANGEMENT_2027, digest: seen['digest'] })
    expect(first).toMatchObject({ status: 201, body: { changed: true, revision: 1, reason: '国务院公布2027年放假安排' } })
    expect(await post('xitong', '/calendar/imports', ARRANGEMENT_2027)).toMatchObject({ status: 200, body: { changed: false, importId: null, revision: 1, version: first.body['version'] } })
    const late = await post('xitong', '/calendar/local-days-off', { date: '2026-12-28', name: '暴雪', reason: '市政府通告', digest: other['digest'] })
    expect(late).toMatchObject({ status: 409, body: { code: 'calendar/changed-meanwhile' } })
    await world.runJobs()
    const years = (await calendar())['years'] as { year: number; source: string; importedBy: string }[]
    expect(years.at(-1)).toMatchObject({ year: 2027, source: 'import', importedBy: '系统管理员甲', importedAt: '2026-12-20T02:00:00.000Z' })
    expect(await calendar()).toMatchObject({ knownUntil: '2027-12-31', changes: [{ importId: first.body['importId'], done: true, changed: 1, madeBy: '系统管理员甲' }] })
  })

  test('a local day off is declared and taken back', async () => {
    const made = await post('xitong', '/calendar/local-days-off', { date: '2026-12-28', name: '暴雪', reason: '市政府通告', authorityId: 'binhe' })
    expect(made).toMatchObject({ status: 201, body: { reason: '2026年12月28日（周一）暴雪放假' } })
    const [day] = (await calendar())['localDaysOff'] as { id: string }[]
    expect(day).toMatchObject({ date: '2026-12-28', authorityId: 'binhe', revoked: false })
    expect(await post('anquan', `/calendar/local-days-off/${day!.id}/revocation`, {})).toMatchObject({ status: 403, body: { code: 'calendar/not-permitted' } })
    expect(await post('xitong', `/calendar/local-days-off/${day!.id}/revocation`, {})).toMatchObject({ status: 201 })
    expect(await post('xitong', `/calendar/local-days-off/${day!.id}/revocation`, '')).toMatchObject({ status: 200 })
    expect((await calendar())['localDaysOff']).toMatchObject([{ revoked: true }])
    expect(await post('xitong', '/calendar/local-days-off/nobody/revocation', {})).toMatchObject({ status: 404, body: { code: 'common/not-found' } })
  })

  test.each([
    [{}, ['date', 'name', 'reason']],
    [{ date: '2026-12-26', name: '暴雪', reason: '通告' }, ['date']],
    [{ date: '12月28日', name: '暴雪', reason: '通告' }, ['date']],
    [{ date: '2026-12-28', name: '暴'.repeat(21), reason: '通告', authorityId: 'nowhere' }, ['name']],
    [{ date: '2026-12-28', name: '暴雪', reason: '通告', authorityId: 'nowhere' }, ['authorityId']],
  ])('a day off %j is 422', async (body, fields) => {
    const answer = await post('xitong', '/calendar/local-days-off', body)
    expect(answer.status).toBe(422)
    expect((answer.body['errors'] as { field: string }[]).map((error) => error.field)).toEqual(fields)
  })
})
