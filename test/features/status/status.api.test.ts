import { generateSpecs } from 'hono-openapi'
import { beforeEach, describe, expect, it } from 'vitest'
import { statusApi } from '#features/status/index.ts'
import { StatusAnswer } from '#features/status/status.schema.ts'
import { civilDate } from '#law/civil-date.ts'
import { publicWorld } from '../portal/harness.ts'
import { assigned, fileOne, happen, replied, storedLetter } from './cases.ts'
import { statusWorld } from './world.ts'

const world = statusWorld()

async function ask(body: unknown, raw?: string) {
  const response = await world.app.request('/api/v1/status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: raw ?? JSON.stringify(body) })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, any> }
}
const right = () => ({ number: world.filed.number, queryCode: world.filed.queryCode })

describe('POST /api/v1/status', () => {
  it('tells stage, clock with working and days, and letters', async () => {
    const { status, headers, body } = await ask(right())
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(StatusAnswer.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      number: world.filed.number, stage: 'received', receivedOn: '2026-11-02',
      clock: { status: 'running', dueOn: '2026-11-30', provisional: false, remainingWorkingDays: 20, overdue: false },
      letters: [{ title: '政府信息公开申请登记回执', status: 'queued' }],
    })
    expect(body['clock'].days.filter((day: { count: number | null }) => day.count !== null)).toHaveLength(20)
    expect(body['clock'].working[0].cite).toMatchObject({ instrument: '711', article: 33 })
    expect(body).not.toHaveProperty('reply')
  })

  it('tells the reply with its remedy once it is delivered', async () => {
    const on = civilDate('2026-11-12')
    world.setNow('2026-11-12T03:00:00.000Z')
    const letterId = await storedLetter(world.services, { caseId: world.filed.caseId, title: '答复书', documentNumber: null, issuedOn: on })
    await happen(world.services, world.filed.caseId, { type: 'application_accepted', on }, assigned(on), ...replied(letterId, on, 'direct'))
    const { body } = await ask(right())
    expect(StatusAnswer.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      stage: 'replied',
      clock: { status: 'ended' },
      reply: { letterId, deliveredOn: '2026-11-12', service: 'direct', reconsiderationBy: '2027-01-11', litigationBy: '2027-05-12' },
    })
  })

  it('tells no personal data', async () => {
    const text = JSON.stringify((await ask(right())).body)
    for (const secret of ['申请人甲', 'a@example.com', '000 0000 0001', '000000190001010009', world.filed.queryCode]) expect(text).not.toContain(secret)
  })

  it('answers a missing number and a wrong code with the same body', async () => {
    const wrong = await ask({ number: world.filed.number, queryCode: 'AAAA2222' })
    const missing = await ask({ number: '2026-9999', queryCode: 'AAAA2222' })
    expect(wrong.status).toBe(404)
    expect({ ...missing.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
  })

  it.each([
    [{}, ['number', 'queryCode']],
    [{ number: 5, queryCode: 'AAAA2222' }, ['number']],
    [{ number: '2026-0001', queryCode: 'AAAA2222', extra: 1 }, ['extra']],
    [{ number: '2026-0001', queryCode: 'x'.repeat(100) }, ['queryCode']],
  ])('names every wrong field of %j', async (body, fields) => {
    const answer = await ask(body)
    expect(answer.status).toBe(422)
    expect(answer.body['errors'].map(({ field }: { field: string }) => field)).toEqual(fields)
  })

  it('refuses what is no JSON', async () => {
    expect(await ask(null, '{"number":')).toMatchObject({ status: 422, body: { errors: [{ field: 'body' }] } })
  })

  it('is described for OpenAPI with request and answer', async () => {
    const spec = await generateSpecs(world.app)
    const described = spec.paths?.['/api/v1/status']?.post
    expect(described?.requestBody).toBeDefined()
    expect(Object.keys(described?.responses ?? {})).toEqual(expect.arrayContaining(['200', '404', '422', '429']))
    expect(Object.keys(spec.components?.schemas ?? {})).toEqual(expect.arrayContaining(['StatusQuery', 'ApplicationStatus', 'Problem']))
  })
})

describe('POST /api/v1/status/letters/{id}', () => {
  const BYTES = '%PDF-1.7 the reply'
  let letterId: string
  beforeEach(async () => {
    const on = civilDate('2026-11-12')
    world.setNow('2026-11-12T03:00:00.000Z')
    letterId = await storedLetter(world.services, { caseId: world.filed.caseId, title: '政府信息公开告知书', documentNumber: null, issuedOn: on, bytes: BYTES })
    await happen(world.services, world.filed.caseId, { type: 'application_accepted', on }, assigned(on), ...replied(letterId, on, 'electronic'))
  })

  const download = (id: string, body: unknown, app = world.app) =>
    app.request(`/api/v1/status/letters/${id}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const told = async (response: Response) => ({ status: response.status, ...((await response.json()) as object), requestId: '' })

  it('gives the PDF of a letter that has reached the applicant, kept by no cache', async () => {
    const response = await download(letterId, right())
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'private, no-store'])
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`政府信息公开告知书 ${world.filed.number}.pdf`))
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/)
    expect(await response.text()).toBe(BYTES)
  })

  it('answers a wrong code, a missing case, and any letter that is not his with the same words', async () => {
    const other = await fileOne(world.services)
    const foreign = await storedLetter(world.services, { caseId: other.caseId, title: '答复书', documentNumber: null, issuedOn: civilDate('2026-11-12') })
    const inside = await storedLetter(world.services, { caseId: world.filed.caseId, title: '征求意见书', documentNumber: null, issuedOn: civilDate('2026-11-12') })
    const wrong = await told(await download(letterId, { number: world.filed.number, queryCode: 'AAAA2222' }))
    expect(wrong).toMatchObject({ status: 404, code: 'status/no-letter' })
    const missing = await told(await download(letterId, { number: '2026-9999', queryCode: 'AAAA2222' }))
    const others = await Promise.all([foreign, inside, '0192a0a0-0000-7000-8000-000000000000', 'no-uuid'].map(async (id) => told(await download(id, right()))))
    for (const answer of [missing, ...others]) expect(answer).toEqual(wrong)
  })

  it('says when to ask again for a letter that is being made', async () => {
    const { body } = await ask(right())
    const response = await download(body['letters'][0].id, right())
    expect([response.status, response.headers.get('retry-after')]).toEqual([409, '3'])
    expect(await told(response)).toMatchObject({ code: 'letters/being-made' })
  })

  it('shares the lock of the number with /status, and the limit of the address', async () => {
    for (let turn = 0; turn < 5; turn += 1) await ask({ number: world.filed.number, queryCode: 'AAAA2222' })
    for (let turn = 0; turn < 5; turn += 1) await download(letterId, { number: world.filed.number, queryCode: 'AAAA2222' })
    const locked = await download(letterId, right())
    expect(await told(locked)).toMatchObject({ status: 429, code: 'status/locked' })
    expect((await ask(right())).status).toBe(429)
    const narrow = publicWorld(world.databaseUrl, { apis: [statusApi], publicRate: 1 })
    narrow.setNow('2026-11-14T03:00:00.000Z')
    const first = await narrow.app.request('/api/v1/status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    const second = await download(letterId, {}, narrow.app)
    await narrow.close()
    expect([first.status, second.status]).toEqual([422, 429])
  })

  it('names every wrong field, and counts the right code as no attempt', async () => {
    expect(await told(await download(letterId, {}))).toMatchObject({ status: 422, errors: [{ field: 'number' }, { field: 'queryCode' }] })
    for (let turn = 0; turn < 12; turn += 1) expect((await download(letterId, right())).status).toBe(200)
  })

  it('is described for OpenAPI as a PDF', async () => {
    const described = (await generateSpecs(world.app)).paths?.['/api/v1/status/letters/{id}']?.post
    expect(described?.parameters).toMatchObject([{ name: 'id', in: 'path', required: true, schema: { format: 'uuid' } }])
    expect(described?.responses?.['200']).toMatchObject({ content: { 'application/pdf': {} } })
    expect(Object.keys(described?.responses ?? {})).toEqual(expect.arrayContaining(['404', '409', '422', '429']))
  })
})
