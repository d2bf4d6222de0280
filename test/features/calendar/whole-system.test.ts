import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { verifyChains } from '#store/verify.ts'
import { eventually } from '#test/support/eventually.ts'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Api, fileOne } from '../../app/client.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startSystem({ now: '2026-12-04' })
})
afterAll(() => system.stop())

test('an import over HTTP reaches every case through relay, queue and job, and every later date is counted with it', { timeout: 120_000 }, async () => {
  const anybody = new Api(system.url)
  const filed = [await fileOne(system.url), await fileOne(system.url), await fileOne(system.url)]
  const session = await anybody.post<{ token: string }>('/session', { username: 'xitong', password: DEMO_PASSWORD })
  const admin = new Api(system.url, { authorization: `Bearer ${session.body.token}` })
  expect((await admin.post('/calendar/imports', ARRANGEMENT_2027)).status).toBe(201)
  await eventually(async () => {
    const { body } = await admin.get<{ changes: { done: boolean; changed: number }[] }>('/calendar')
    return body.changes[0]?.done === true && body.changes[0].changed === 3
  }, { timeoutMs: 60_000 })
  expect(await system.services.sql`select distinct due_on, provisional from case_file`).toEqual([{ due_on: '2027-01-05', provisional: false }])
  await eventually(async () => (await system.services.sql`select 1 from outbox where job in ('recompute-open-cases', 'tell-applicant') and done_at is null`).length === 0, { timeoutMs: 60_000 })
  await eventually(() => system.services.calendar.lastYear === 2027)
  const { body: status } = await anybody.post<{ clock: { dueOn: string }; dateChanges: { from: string; to: string }[] }>('/status', { number: filed[0]!.number, queryCode: filed[0]!.queryCode })
  expect(status).toMatchObject({ clock: { dueOn: '2027-01-05' }, dateChanges: [{ from: '2027-01-04', to: '2027-01-05' }] })
  expect((await anybody.post('/calculators/deadline', { receivedOn: '2026-12-04' })).body).toMatchObject({ dueOn: '2027-01-05', provisional: false })
  expect(await fileOne(system.url)).toMatchObject({ dueOn: '2027-01-05', provisional: false })
  expect(await verifyChains(system.services.sql)).toMatchObject({ broken: [] })
})
