import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { calculatorPages } from '#features/calculators/index.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor } from '../portal/visitor.ts'

let database: FreshDatabase
let world: PublicWorld
const open = (path: string) => visitor(world.app).get(path)
const ask = (query: string, path = '/calculators') => open(`${path}?${query}`)
const plain = (html: string) => html.slice(html.indexOf('<main')).replace(/<[^>]+>/g, '')

beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { pages: [calculatorPages], publicRate: 300 })
  await twoAuthorities(world.services)
})
afterAll(async () => {
  await world.close()
  await database.drop()
})
beforeEach(() => world.setNow('2026-11-21T03:00:00.000Z'))

describe('every calculator page', () => {
  it.each(['/calculators', '/calculators/fee', '/calculators/remedy', '/articles/711/33'])('%s has one h1, the language, and no style or script of its own (CSP)', async (path) => {
    const { status, html } = await open(path)
    expect(status).toBe(200)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).toContain('<html lang="zh-CN"')
    expect(html).not.toMatch(/ style="|<style|<script(?![^>]* src=)| on[a-z]+="/)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leads to the two others, and says which one is open', async () => {
    const { html } = await open('/calculators/fee')
    expect(html).toMatch(/<a href="\/calculators">答复期限<\/a>.*aria-current="page">信息处理费<\/a>.*<a href="\/calculators\/remedy">复议诉讼期限<\/a>/s)
  })
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

  it('answers for today before anybody asks', async () => {
    expect((await open('/calculators')).html).toContain('2026年12月18日（周五）')
  })

  it.each([
    ['2026-11-02', '最多再加20个工作日', '条例第三十条、第三十三条第三款、第三十三条第二款'],
    ['2018-09-30', '最多再加15个工作日', '2007年条例第二十一条第四项、第二十四条第三款、第二十四条第二款'],
  ])('says why a last day may move by the law of %s', async (received, text, articles) => {
    const shown = plain((await ask(`received=${received}`)).html)
    expect(shown).toContain(text)
    expect(shown).toContain(articles)
  })

  it('shows every day of the way as a table', async () => {
    const { html } = await ask('received=2026-09-24')
    expect(html).toContain('调休上班')
    expect(html).toMatch(/国庆/)
    expect(html.match(/<th scope="row">2026年/g)).toHaveLength(36)
  })

  it('opens the words of the article behind each step, without script', async () => {
    const { html } = await ask('received=2026-09-24')
    expect(html).toMatch(/<details class="zx-statute"><summary>.*条例第三十三条第二款.*<blockquote[^>]*><p>行政机关不能当场答复的/s)
  })

  it('does not call overdue what nobody says is unanswered', async () => {
    const { html } = await ask('received=2026-09-24')
    expect(html).not.toContain('还没有答复，已过')
    expect(html).toContain('这一天已经过了')
  })

  it('calls it overdue when a day is named on which one asks', async () => {
    const shown = plain((await ask('received=2026-09-24&today=2026-11-02')).html)
    expect(shown).toContain('已经超期')
    expect(shown).toContain('已过最晚答复日2026年10月29日（周四），超过2个工作日')
    expect(shown).toContain('算到2026年11月2日')
  })

  it('warns when the arrangement of a year is not published (law.md §12.1.3)', async () => {
    expect(plain((await ask('received=2026-12-10')).html)).toContain('2027年的放假安排还没有公布')
    expect(plain((await ask('received=2026-11-02')).html)).not.toContain('放假安排还没有公布')
  })

  it('may be asked ahead: an application that is still to come', async () => {
    const { status, html } = await ask('received=2026-12-01')
    expect(status).toBe(200)
    expect(html).toContain('2026年12月29日（周二）')
  })

  it.each([
    ['2026-02-29', '不是一个日期'],
    ['昨天', '不是一个日期'],
    ['9999-12-31', '2049年12月31日'],
    ['<b>', '不是一个日期'],
  ])('names what is wrong with %s and keeps it in the field', async (received, message) => {
    const { status, html } = await ask(`received=${encodeURIComponent(received)}`)
    expect(status).toBe(422)
    expect(html).toContain('<title>错误：')
    expect(html).toContain(message)
    expect(html).toContain(`value="${received.replace('<', '&lt;').replace('>', '&gt;')}"`)
    expect(html).toContain('href="#f-received"')
  })

  it('tells before 2008-05-01 that there is no rule yet, with the article', async () => {
    const { status, html } = await ask('received=2008-04-30')
    expect(status).toBe(422)
    expect(plain(html)).toContain('条例自2008年5月1日起施行')
    expect(plain(html)).toContain('2007年条例第三十八条')
  })
})

/** Rows of the form as a query: what, when, until when or how many days. */
const rows = (...each: readonly (readonly [string, string, string?])[]) =>
  each.map(([type, on, to = ''], index) => `type${index + 1}=${type}&on${index + 1}=${encodeURIComponent(on)}&to${index + 1}=${encodeURIComponent(to)}`).join('&')

describe('what happened after receipt', () => {
  it.each<[string, string, string]>([
    ['an extension of ten days (33条第二款)', rows(['extended', '2026-10-20', '10个工作日']), '2026年11月12日（周四）'],
    ['an opinion asked and heard (33条第三款)', rows(['ask_third_party', '2026-10-09'], ['heard_third_party', '2026-10-23']), '2026年11月13日（周五）'],
    ['rows in any order', rows(['heard_third_party', '2026-10-23'], ['ask_third_party', '2026-10-09']), '2026年11月13日（周五）'],
    ['a silent third party (32条)', rows(['ask_third_party', '2026-10-09', '2026-10-09']), '2026年11月19日（周四）'],
    ['two opinions of the same kind, the first asked heard first', rows(['ask_other_agency', '2026-10-09'], ['ask_other_agency', '2026-10-12'], ['heard_other_agency', '2026-10-13'], ['heard_other_agency', '2026-10-23']), '2026年11月13日（周五）'],
    ['a correction (30条)', rows(['correction_requested', '2026-10-09', '2026年10月30日'], ['correction_received', '2026-10-26']), '2026年11月23日（周一）'],
    ['a fee (109号6条)', rows(['fee_notice_sent', '2026-10-20'], ['fee_notice_received', '2026-10-22'], ['fee_paid', '2026-11-03']), '2026年12月1日（周二）'],
    ['a deferral (35条)', rows(['reasons_requested', '2026-10-09'], ['deferred', '2026-10-20', '2026-12-31']), '2026年12月31日（周四）'],
  ])('%s', async (_name, query, due) => {
    const { status, html } = await ask(`received=2026-09-24&${query}`)
    expect(status).toBe(200)
    expect(/zx-key-date">([^<]*)</.exec(html)?.[1]).toBe(due)
  })

  it('says that the clock stands still, and what the date becomes', async () => {
    const shown = plain((await ask(`received=2026-11-02&${rows(['correction_requested', '2026-11-10', '2026-11-30'])}`)).html)
    expect(shown).toContain('答复期限现在不走')
    expect(shown).toContain('如果今天恢复，最晚2026年12月18日（周五）')
    expect(shown).toContain('补正的最后一天2026年11月30日（周一）')
    expect(shown).toContain('最迟不超过2026年12月28日（周一）')
  })

  it('says that an application has lapsed the day after the last day for its correction (30条)', async () => {
    const row = rows(['correction_requested', '2026-11-10', '2026-11-20'])
    expect(plain((await ask(`received=2026-11-02&today=2026-11-20&${row}`)).html)).toContain('答复期限现在不走')
    expect(plain((await ask(`received=2026-11-02&today=2026-11-21&${row}`)).html)).toContain('不再处理2026年11月20日（周五）到期')
  })

  it('says whether the answer came in time', async () => {
    expect(plain((await ask(`received=2026-09-24&${rows(['replied', '2026-10-29'])}`)).html)).toContain('答复在期限内')
    expect(plain((await ask(`received=2026-09-24&${rows(['replied', '2026-10-30'])}`)).html)).toContain('答复超过了期限')
  })

  it.each<[string, string, string, string]>([
    ['a second extension', rows(['extended', '2026-10-20', '5'], ['extended', '2026-10-21', '5']), '本案已延长过一次', 'f-type2'],
    ['twenty-one days', rows(['extended', '2026-10-20', '21']), '延长最多20个工作日', 'f-type1'],
    ['an extension after the last day', rows(['extended', '2026-10-30', '5']), '答复期限已经过了', 'f-type1'],
    ['a row before receipt, in whatever row', rows(['extended', '2026-10-20', '5'], ['replied', '2026-09-23']), '早于前面的2026年9月24日', 'f-type2'],
  ])('%s is refused in its row, with the article, and nothing typed is lost', async (_name, query, message, field) => {
    const { status, html } = await ask(`received=2026-09-24&${query}`)
    expect(status).toBe(422)
    expect(html).toContain(`<a href="#${field}">`)
    expect(plain(html)).toContain(message)
    expect(html).toContain('条例第三十三条第二款')
    for (const [, text] of query.matchAll(/(?:on|to)\d=([^&]+)/g)) expect(html).toContain(`value="${decodeURIComponent(text!)}"`)
  })

  it.each<[string, string, readonly string[]]>([
    ['no day', rows(['replied', '']), ['on1']],
    ['no kind', rows(['', '2026-10-09']), ['type1']],
    ['a kind that does not exist', rows(['received', '2026-10-09']), ['type1']],
    ['no last day for the correction', rows(['correction_requested', '2026-10-09', '']), ['to1']],
    ['days that are no number', rows(['extended', '2026-10-09', '两天']), ['to1']],
    ['no days', rows(['extended', '2026-10-09', '0']), ['to1']],
    ['a last day where there is none', rows(['replied', '2026-10-09', '2026-10-10']), ['to1']],
    ['an opinion nobody asked for', rows(['heard_co_producer', '2026-10-09']), ['type1']],
    ['several faults, in page order', `${rows(['extended', '', 'x'], ['replied', '2026-13-01'])}&today=x`, ['today', 'on1', 'to1', 'on2']],
    ['a day before receipt on which one asks', 'today=2026-09-23', ['today']],
  ])('%s: the field is named and linked', async (_name, query, fields) => {
    const { status, html } = await ask(`received=2026-09-24&${query}`)
    expect(status).toBe(422)
    const summary = html.slice(html.indexOf('zx-error-summary'), html.indexOf('<h1'))
    expect([...summary.matchAll(/href="#f-([a-z0-9]+)"/g)].map(([, field]) => field)).toEqual(fields)
    for (const field of fields) expect(html).toContain(`id="f-${field}"`)
  })

  it('has room for more rows, up to twelve, and shows every row that was filled', async () => {
    expect((await ask('received=2026-09-24')).html.match(/name="on\d+"/g)).toHaveLength(3)
    expect((await ask('received=2026-09-24&rows=6')).html.match(/name="on\d+"/g)).toHaveLength(6)
    const full = await ask('received=2026-09-24&rows=99')
    expect(full.html.match(/name="on\d+"/g)).toHaveLength(12)
    expect(full.html).not.toContain('再加几行')
    expect((await ask('received=2026-09-24&on7=x')).html.match(/name="on\d+"/g)).toHaveLength(7)
  })
})

describe('信息处理费 (109号)', () => {
  it.each([
    ['basis=per_case&cases=10', '0元'],
    ['basis=per_case&cases=30', '2,000元'],
    ['basis=per_case&cases=35', '3,000元'],
    ['basis=per_case&cases=2&ordinal=31', '400元'],
    ['basis=per_page&pages=30', '0元'],
    ['basis=per_page&pages=1500', '54,700元'],
    ['basis=per_page&pages=１５００', '54,700元'],
    ['basis=per_page&pages=1,500页&cases=x', '54,700元'],
  ])('%s: %s', async (query, amount) => {
    expect((await ask(query, '/calculators/fee')).html).toContain(`>${amount}</p>`)
  })

  it('shows each tier with its price', async () => {
    const shown = plain((await ask('basis=per_case&cases=35', '/calculators/fee')).html)
    expect(shown).toContain('第11至30件20100元2,000元')
    expect(shown).toContain('第31至35件5200元1,000元')
  })

  it.each([
    ['basis=per_case&cases=', 'f-cases'],
    ['basis=per_case&cases=0', 'f-cases'],
    ['basis=per_case&cases=10001', 'f-cases'],
    ['basis=per_case&cases=3&ordinal=0', 'f-ordinal'],
    ['basis=per_page&pages=-3', 'f-pages'],
    ['basis=per_page&pages=1e9', 'f-pages'],
    ['basis=per_page&pages=30&received=x', 'f-received'],
  ])('%s is refused at its field', async (query, field) => {
    const { status, html } = await ask(query, '/calculators/fee')
    expect(status).toBe(422)
    expect(html).toContain(`href="#${field}"`)
  })

  it('is free before 2021 (109号12条)', async () => {
    const { status, html } = await ask('basis=per_page&pages=1500&received=2020-12-31', '/calculators/fee')
    expect(status).toBe(422)
    expect(plain(html)).toContain('信息处理费自2021年1月1日起才有规定')
    expect(plain(html)).toContain('信息处理费管理办法第十二条')
  })

  it('computes nothing before it is asked', async () => {
    expect((await open('/calculators/fee')).html).not.toContain('id="answer"')
  })
})

describe('复议诉讼期限', () => {
  it('a refusal under 16条 goes to reconsideration first, with the last day (行政复议法23条)', async () => {
    const shown = plain((await ask('decision=refused_process&issued=2026-09-30&delivered=2026-10-10', '/calculators/remedy')).html)
    expect(shown).toContain('先申请行政复议')
    expect(shown).toContain('申请行政复议最晚2026年12月9日（周三）')
    expect(shown).not.toContain('直接提起诉讼')
    expect(shown).toContain('行政复议法第二十三条第一款第四项')
  })

  it('every other decision leaves the choice, with both last days', async () => {
    const shown = plain((await ask('decision=not_held&issued=2026-04-01&delivered=2026-04-03&electronic=yes', '/calculators/remedy')).html)
    expect(shown).toContain('申请行政复议最晚2026年6月2日（周二）')
    expect(shown).toContain('直接提起诉讼最晚2026年10月8日（周四）')
    expect(shown).toContain('通过互联网申请行政复议的')
  })

  it.each([
    ['decision=&issued=', ['f-decision', 'f-issued']],
    ['decision=denied&issued=2026-04-01', ['f-decision']],
    ['decision=not_held&issued=2026-04-01&delivered=x', ['f-delivered']],
    ['decision=not_held&issued=2026-04-02&delivered=2026-04-01', ['f-delivered']],
    ['decision=not_held&issued=2008-04-30', ['f-issued']],
  ])('%s is refused at its field', async (query, fields) => {
    const { status, html } = await ask(query, '/calculators/remedy')
    expect(status).toBe(422)
    for (const field of fields) expect(html).toContain(`href="#${field}"`)
  })
})

describe('the words of an article', () => {
  it('has its paragraphs with addresses, its instrument, and its neighbours', async () => {
    const { status, html } = await open('/articles/711/33')
    expect(status).toBe(200)
    expect(plain(html)).toContain('《中华人民共和国政府信息公开条例》（国务院令第711号）')
    expect(html).toMatch(/id="p2".*应当自收到申请之日起20个工作日内予以答复.*id="p3".*所需时间不计算在前款规定的期限内/s)
    expect(html).toContain('href="/articles/711/32"')
    expect(html).toContain('href="/articles/711/34"')
  })

  it.each(['/articles/711/0', '/articles/711/57', '/articles/711/x', '/articles/109/4', '/articles/constructor/1', '/articles/nothing/1'])('%s is not found', async (path) => {
    expect((await open(path)).status).toBe(404)
  })
})

describe('too many calculations of one address', () => {
  it('are refused for the rest of the minute, but the empty form is not', async () => {
    const tired = publicWorld(database.url, { pages: [calculatorPages], publicRate: 2 })
    tired.setNow('2026-11-21T05:00:00.000Z')
    const statuses = []
    for (let n = 0; n < 3; n += 1) statuses.push((await visitor(tired.app).get('/calculators?received=2026-11-02')).status)
    expect(statuses).toEqual([200, 200, 429])
    expect((await visitor(tired.app).get('/calculators')).status).toBe(200)
    await tired.close()
  })
})
