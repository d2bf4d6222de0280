import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBand } from '#features/worklist/bands.ts'
import { countBands, listCases, pageOfIds, type ListOrder } from '#features/worklist/list-cases.ts'
import type { SQL } from 'drizzle-orm'
import { caseFile } from '#store/tables/case.table.ts'
import { openDesk, type Desk, type Username } from '#test/support/desk.ts'

/** A node of a plan of PostgreSQL. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

const MANY = 20_000
let desk: Desk

beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  const number = await desk.file({ receivedOn: '2026-11-20', stage: 'registered' })
  await desk.services.sql`
    insert into case_file
    select gen_random_uuid(), authority_id, application_id, '2026-' || (100000 + n), subject, applicant_name, applicant_kind, channel, date '2026-11-20' - n % 400,
      case when n % 10 = 0 then 'accepted' else 'in_progress' end, clock_status, date '2026-12-31' - n % 300, provisional, true, null,
      case when n % 2 = 0 then 'shiju-zhian' else 'shiju-jiaoguan' end, case when n % 2 = 0 then 'chengban' else 'chengban2' end, version, head_hash, created_at, updated_at
    from case_file, generate_series(1, ${MANY}) as n where number = ${number}`
  await desk.services.sql`
    insert into case_event
    select many.id, 1, first.type, first.occurred_on, first.recorded_at, first.actor_kind, first.actor_id, first.actor_name, first.data, first.prev_hash, first.hash
    from case_file many, case_file model join case_event first on first.case_id = model.id and first.seq = 1
    where model.number = ${number} and many.id <> model.id`
  await desk.services.sql`analyze case_file`
})
afterAll(() => desk.close())

/** How many rows of the table were touched to answer. */
async function rowsRead(username: Username, condition: SQL, order: ListOrder, offset: number): Promise<number> {
  const ctx = desk.ctx(username)
  const ids = pageOfIds(ctx, { condition, order, limit: 50, offset })!
  const { sql, params } = ctx.db.select().from(caseFile).where(ids).toSQL()
  const query = sql.slice(sql.indexOf('where ') + 'where '.length)
  const [row] = await desk.services.sql.unsafe<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(`explain (analyze, format json) ${query}`, params as string[])
  const count = (node: PlanNode): number =>
    (node['Relation Name'] === 'case_file' || node['Node Type'].includes('Index') ? node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) : 0) + (node.Plans ?? []).reduce((sum, child) => sum + count(child), 0)
  return count(row!['QUERY PLAN'][0].Plan)
}

describe(`of ${MANY} open cases a page of the list reads`, () => {
  const open = eq(caseFile.open, true)
  it.each<[Username, ListOrder, number]>([
    ['gongkai', 'due', 0],
    ['gongkai', 'due', 950],
    ['gongkai', 'received', 0],
    ['chengban', 'due', 0],
    ['chengban', 'due', 950],
    ['chengban', 'received', 0],
  ])('for %s by %s, from %i on, not more than it shows and skips', async (username, order, offset) => {
    expect(await rowsRead(username, open, order, offset)).toBeLessThanOrEqual(2 * (offset + 50))
  })

  it('for one colour or one stage no more either', async () => {
    const { calendar, today } = desk.ctx('gongkai')
    for (const band of ['red', 'amber', 'green'] as const) expect(await rowsRead('gongkai', inBand(band, calendar, today), 'due', 0)).toBeLessThanOrEqual(100)
    expect(await rowsRead('gongkai', and(open, eq(caseFile.status, 'accepted'))!, 'due', 0)).toBeLessThanOrEqual(100)
  })

  it('and counts stop at their cap', async () => {
    const counts = await countBands(desk.ctx('gongkai'), open)
    expect(Math.max(...Object.values(counts))).toBe(100)
    expect(counts.stopped).toBe(0)
  })

  it('and no case twice, no case left out, whichever way it is visible', async () => {
    const ctx = desk.ctx('chengban')
    const mine = eq(caseFile.number, '2026-100002')
    expect(await listCases(ctx, { condition: and(open, eq(caseFile.number, 'none')), order: 'due', limit: 50 })).toEqual([])
    const [row] = await desk.services.db.execute<{ n: number }>(pageOfIds(ctx, { condition: mine, order: 'due', limit: 50 })!)
    expect(row).toBeDefined()
  })
})

describe('a long list', () => {
  const html = async (path: string) => (await desk.get('gongkai', path)).text()

  it('says 99+ in chips and foot, and turns pages without counting them', async () => {
    const first = await html('/desk?clock=green')
    expect(first).toMatch(/绿 99\+/)
    expect(first).toContain('99+件，按最晚答复日排')
    expect(first).toMatch(/<span>第1页<\/span><a href="\/desk\?clock=green&amp;page=2" rel="next">/)
    expect(await html('/desk/cases')).toMatch(/<span>第1页<\/span><a href="\/desk\/cases\?page=2" rel="next">/)
  })

  it('ends at its twentieth page and says so', async () => {
    const last = await html('/desk?page=20')
    expect(last).toMatch(/<span>第20页<\/span><span class="zx-meta">下一页<\/span><span class="zx-push zx-meta">只翻到前1000件，再多请筛选/)
    expect(await html('/desk?page=19')).toContain('href="/desk?page=20" rel="next"')
  })

  it('tells how many pages there are where it has counted them', async () => {
    await desk.services.sql`update case_file set applicant_kind = 'research' where number in (select number from case_file where open order by number limit 70)`
    const page = await html('/desk?kind=research')
    expect(page).toContain('<span>第1页，共2页</span>')
    expect(page).toContain('70件，按最晚答复日排')
    const second = await html('/desk?kind=research&page=2')
    expect(second).toMatch(/<span>第2页，共2页<\/span><span class="zx-meta">下一页/)
    expect(second.match(/<tr[^>]*data-href/g)).toHaveLength(20)
  })
})
