import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type Username } from '#test/support/desk.ts'

interface Page {
  readonly cases: readonly { readonly number: string; readonly open: boolean; readonly clock: { readonly dueOn: string | null } }[]
  readonly nextCursor: string | null
}

let desk: Desk
const all: string[] = []
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  for (const receivedOn of ['2026-11-02', '2026-11-02', '2026-11-03', '2026-11-03', '2026-11-03', '2026-11-10', '2026-11-20']) all.push(await desk.file({ receivedOn }))
  await desk.file({ authorityId: 'binhe', receivedOn: '2026-11-02' })
  // Cases whose clock stands still come with a later issue; the list must already hold them.
  await desk.services.sql`update case_file set due_on = null where number in ${desk.services.sql([all[1]!, all[5]!])}`
})
afterAll(() => desk.close())

const get = async (path: string, username: Username = 'gongkai') => {
  const answer = await desk.get(username, `/api/v1/cases${path}`)
  return { status: answer.status, body: (await answer.json()) as Page & { errors?: { field: string }[]; code?: string } }
}

async function walk(query: string): Promise<string[]> {
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: { body: Page } = await get(`?${query}${cursor === '' ? '' : `&cursor=${cursor}`}`)
    seen.push(...body.cases.map(({ number }) => number))
    cursor = body.nextCursor
  }
  return seen
}

describe('GET /api/v1/cases', () => {
  const byDue = () => [all[0], all[2], all[3], all[4], all[6], all[1], all[5]]

  it('tells a case briefly, with clock and next step', async () => {
    const { body } = await get('?limit=1&open=true')
    expect(body.cases[0]).toEqual({
      number: all[0], version: 2, subject: '第1件申请', applicantKind: 'natural_person', channel: 'internet', receivedOn: '2026-11-02', status: 'registered', statusName: '登记', open: true,
      nextStep: '公开办受理', unitName: null, handlerName: null, decision: null, documentNumber: null,
      clock: { status: 'running', dueOn: '2026-11-30', provisional: false, remainingWorkingDays: 6, overdue: false, respondBy: null, payBy: null, endedOn: null },
    })
  })

  it.each([1, 2, 3, 100])('walks through every case once, page by page of %i, what stands still last', async (limit) => {
    expect(await walk(`open=true&limit=${limit}`)).toEqual(byDue())
    expect(await walk(`limit=${limit}`)).toEqual(all.toReversed())
  })

  it('goes on behind the last case also when one before it has been answered meanwhile', async () => {
    const first = await get('?open=true&limit=3')
    await desk.services.sql`update case_file set open = false where number = ${all[0]!}`
    const second = await get(`?open=true&limit=3&cursor=${first.body.nextCursor}`)
    await desk.services.sql`update case_file set open = true where number = ${all[0]!}`
    expect(second.body.cases.map(({ number }) => number)).toEqual([all[4], all[6], all[1]])
  })

  it('shows only what the person may see', async () => {
    expect((await get('', 'binhe')).body.cases).toHaveLength(1)
    expect((await get('', 'chengban')).body.cases).toEqual([])
    expect((await get('', 'xitong')).body.cases).toEqual([])
  })

  it.each([
    ['open=yes', 'open'],
    ['clock=blue', 'clock'],
    ['status=lost', 'status'],
    ['applicantKind=robot', 'applicantKind'],
    ['receivedFrom=2026-13-01', 'receivedFrom'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['cursor=xyz', 'cursor'],
    ['cursor=bnVsbA', 'cursor'],
    [`cursor=${Buffer.from('{"order":"due","date":"x","number":"1"}').toString('base64url')}&open=true`, 'cursor'],
    [`cursor=${Buffer.from('{"order":"received","date":"2026-11-02","number":"1"}').toString('base64url')}&open=true`, 'cursor'],
    ['colour=red', 'colour'],
    [`q=${'长'.repeat(61)}`, 'q'],
  ])('answers %s with 422 and the field', async (query, field) => {
    const { status, body } = await get(`?${query}`)
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'common/invalid-input', errors: [{ field }] })
  })

  it('wants somebody signed in', async () => {
    expect((await get('', 'nobody' as Username)).status).toBe(401)
  })
})
