import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calculatorPages } from '#features/calculators/index.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor } from '../portal/visitor.ts'

let database: FreshDatabase
let world: PublicWorld
const ask = (query: string) => visitor(world.app).get(`/calculators?${query}`)

beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { pages: [calculatorPages] })
  await twoAuthorities(world.services)
  world.setNow('2026-11-21T03:00:00.000Z')
})
afterAll(async () => {
  await world.close()
  await database.drop()
})

describe('最晚哪天答复', () => {
  it.each([
    ['2026-11-02', '2026年11月30日（周一）'],
    ['2026年9月24日', '2026年10月29日（周四）'],
    ['20260924', '2026年10月29日（周四）'],
    ['2018-09-30', '2018年10月26日（周五）'],
  ])('received on %s: at the latest %s', async (received, due) => {
    const { status, html } = await ask(`received=${encodeURIComponent(received)}`)
    expect(status).toBe(200)
    expect(html).toContain(due)
  })

  it.each([
    ['2018-09-30', '最多再加15个工作日', '2007年条例第二十四条第二款'],
    ['2026-11-02', '最多再加20个工作日', '条例第三十条、第三十三条第三款、第三十三条第二款'],
  ])('says by which law a day of %s may move', async (received, text, article) => {
    const { html } = await ask(`received=${received}`)
    expect(html).toContain(text)
    expect(html).toContain(article)
  })

  it('shows every day of the way as a table', async () => {
    const { html } = await ask('received=2026-09-24')
    expect(html).toContain('调休上班')
    expect(html).toMatch(/国庆/)
    expect(html.match(/<th scope="row">2026年/g)).toHaveLength(36)
  })

  it('does not call overdue what nobody says is unanswered', async () => {
    const { html } = await ask('received=2026-09-24')
    expect(html).not.toContain('还没有答复，已过')
    expect(html).toContain('这一天已经过了')
  })

  it.each([
    ['2008-04-30', '2008年5月1日'],
    ['2026-02-29', '不是一个日期'],
    ['昨天', '不是一个日期'],
    ['9999-12-31', '2049年12月31日'],
  ])('names what is wrong with %s and keeps it in the field', async (received, message) => {
    const { status, html } = await ask(`received=${encodeURIComponent(received)}`)
    expect(status).toBe(422)
    expect(html).toContain('<title>错误：')
    expect(html).toContain(message)
    expect(html).toContain(`value="${received}"`)
  })
})

describe('信息处理费 (109号)', () => {
  it.each([
    ['basis=per_case&cases=10', '0元'],
    ['basis=per_case&cases=30', '2,000元'],
    ['basis=per_case&cases=35', '3,000元'],
    ['basis=per_page&pages=30', '0元'],
    ['basis=per_page&pages=1500', '54,700元'],
    ['basis=per_page&pages=１５００', '54,700元'],
  ])('%s: %s', async (query, amount) => {
    expect((await ask(query)).html).toContain(`>${amount}</p>`)
  })

  it.each([
    ['basis=per_case&cases=', 'f-cases'],
    ['basis=per_case&cases=0', 'f-cases'],
    ['basis=per_page&pages=-3', 'f-pages'],
    ['basis=per_page&pages=1e9', 'f-pages'],
  ])('%s is refused at its field', async (query, field) => {
    const { status, html } = await ask(query)
    expect(status).toBe(422)
    expect(html).toContain(`href="#${field}"`)
  })
})
