import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCase } from '#store/case-store.ts'
import { openDesk, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
})
afterAll(() => desk.close())

interface Answer {
  readonly status: number
  readonly type: string | null
  readonly body: Record<string, unknown> & { errors?: { field: string; message: string }[] }
}
const post = async (username: Username, number: string, command: string, body: unknown): Promise<Answer> => {
  const answer = await desk.post(username, `/api/v1/cases/${number}/${command}`, body)
  return { status: answer.status, type: answer.headers.get('content-type'), body: (await answer.json()) as Answer['body'] }
}
const versionOf = async (number: string) => (await loadCase(desk.services.db, desk.who('gongkai'), number)).row.version

describe('the commands of the JSON API', () => {
  it('go the same way as the pages and answer with the case as it then is', async () => {
    const number = await desk.file({ receivedOn: '2026-11-02' })
    expect(await post('gongkai', number, 'accept', '')).toMatchObject({ status: 200, body: { number, status: 'accepted', version: 3, nextStep: '公开办分办' } })
    expect(await post('gongkai', number, 'assign', { handlerId: 'chengban', version: 3 })).toMatchObject({ status: 200, body: { status: 'in_progress', handlerName: '承办人甲', unitName: '治安支队' } })
    expect(await post('chengban', number, 'decision', { decision: 'granted', reason: '经检索，予以公开。' })).toMatchObject({ status: 200, body: { status: 'drafting', decision: 'granted' } })
    const issued = await desk.file({ stage: 'issued', decision: 'granted', receivedOn: '2026-11-02' })
    await desk.storeReply(issued)
    expect(await post('gongkai', issued, 'delivery', { service: 'direct', on: '2026-11-18', evidence: '申请人甲' })).toMatchObject({ status: 200, body: { status: 'delivered', open: false, clock: { status: 'ended', endedOn: '2026-11-18' } } })
    expect(await post('gongkai', issued, 'archive', {})).toMatchObject({ status: 200, body: { status: 'archived' } })
  })

  it('refuse as a problem with code and article: 403 where the person is the reason, else 409', async () => {
    const number = await desk.file({ receivedOn: '2026-11-02' })
    expect(await post('chengban2', number, 'accept', {})).toMatchObject({ status: 404 })
    expect(await post('chuangkou', number, 'accept', {})).toMatchObject({ status: 403, type: expect.stringContaining('application/problem+json'), body: { code: 'case/not-permitted', detail: '您的角色不能受理' } })
    expect(await post('gongkai', number, 'archive', {})).toMatchObject({ status: 409, body: { code: 'case/wrong-status' } })
    const inProgress = await desk.file({ stage: 'in_progress', receivedOn: '2026-11-02' })
    expect(await post('chengban', inProgress, 'decision', { decision: 'partly_granted', reason: '部分内容不公开。' })).toMatchObject({
      status: 409,
      body: { code: 'review/missing-refused-part', cite: { instrument: '711', article: 37 } },
    })
    expect(await post('gongkai', inProgress, 'assign', { handlerId: 'binhe2' })).toMatchObject({ status: 409, body: { code: 'assignment/unknown-handler' } })
  })

  it('with an old version are refused with 409, without one run on the case as it is', async () => {
    const number = await desk.file({ stage: 'in_progress', receivedOn: '2026-11-02' })
    const version = await versionOf(number)
    expect(await post('gongkai', number, 'assign', { handlerId: 'chengban2', version })).toMatchObject({ status: 200 })
    expect(await post('gongkai', number, 'assign', { handlerId: 'chengban', version })).toMatchObject({ status: 409, body: { code: 'case/stale-version' } })
    expect(await post('gongkai', number, 'assign', { handlerId: 'chengban' })).toMatchObject({ status: 200 })
  })

  it.each([
    ['accept', '{"version":', ['body']],
    ['accept', 'null', ['body']],
    ['accept', { version: 'two' }, ['version']],
    ['accept', { version: 0 }, ['version']],
    ['accept', { version: 1.5 }, ['version']],
    ['accept', { note: 'x' }, ['note']],
    ['assign', {}, ['handlerId']],
    ['assign', { handlerId: 7 }, ['handlerId']],
    ['assign', { handlerId: 'x'.repeat(101) }, ['handlerId']],
    ['decision', {}, ['decision', 'reason']],
    ['decision', { decision: 'granted', reason: '短' }, ['reason']],
    ['decision', { decision: 'granted', reason: '长'.repeat(3001) }, ['reason']],
    ['decision', { decision: ['granted'], reason: { text: 1 }, groundText: 5 }, ['decision', 'reason', 'groundText']],
    ['decision', { decision: 'granted', reason: '理由\u0000写完' }, ['reason']],
    ['delivery', { service: 'fax', on: '2026-02-30', evidence: '' }, ['service', 'on', 'evidence']],
    ['delivery', [], ['body']],
    ['archive', '"yes"', ['body']],
    ['personal-data', {}, ['reason']],
    ['personal-data', { reason: '看' }, ['reason']],
  ])('%s answers %j with 422 and names the fields', async (command, body, fields) => {
    const number = await desk.file({ receivedOn: '2026-11-20' })
    const answer = await post('gongkai', number, command, body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'common/invalid-input' } })
    expect(answer.body.errors?.map(({ field }) => field)).toEqual(fields)
    expect(await versionOf(number)).toBe(2)
  })

  it.each(['accept', 'assign', 'decision', 'delivery', 'archive', 'personal-data'])('%s on a foreign case answers exactly like on a missing one', async (command) => {
    const number = await desk.file({ receivedOn: '2026-11-20' })
    const body = { handlerId: 'binhe2', decision: 'granted', reason: '经检索，予以公开。', service: 'post', on: '2026-11-20', evidence: 'EMS' }
    const shapes: Record<string, string[]> = { assign: ['handlerId'], decision: ['decision', 'reason'], delivery: ['service', 'on', 'evidence'], 'personal-data': ['reason'] }
    const sent = Object.fromEntries((shapes[command] ?? []).map((name) => [name, body[name as keyof typeof body]]))
    const foreign = await post('binhe', number, command, sent)
    const missing = await post('binhe', '2026-9999', command, sent)
    expect(foreign).toEqual(missing)
    expect(foreign.status).toBe(404)
  })

  it('want somebody signed in', async () => {
    const number = await desk.file({ receivedOn: '2026-11-20' })
    expect(await post('nobody' as Username, number, 'accept', {})).toMatchObject({ status: 401 })
  })

  it('tell to whom a case can be assigned, with what each has on his desk', async () => {
    const answer = (await (await desk.get('gongkai', '/api/v1/handlers')).json()) as { handlers: { id: string; unitName: string; openCases: number }[] }
    expect(answer.handlers.map(({ id }) => id)).toEqual(['chengban', 'chengban2', 'keshi2'])
    expect(answer.handlers.every(({ openCases }) => Number.isInteger(openCases))).toBe(true)
  })
})
