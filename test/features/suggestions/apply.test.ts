import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { visitor, type Visitor } from '../portal/visitor.ts'
import { SITE, startWriting, suggestionWorld, type SuggestionWorld } from './world.ts'

const FIREWORKS = '申请公开烟花爆竹运输许可的办理指南和材料清单。'

let world: SuggestionWorld
let browser: Visitor

beforeAll(async () => {
  world = await suggestionWorld()
})
afterAll(async () => {
  await world.close()
  await world.database.drop()
})
beforeEach(async () => {
  await world.services.sql`delete from suggestion_outcome`
  browser = visitor(world.app)
  await startWriting(browser)
})

const idIn = (html: string) => /\/suggestions\/([0-9a-f-]{36})\/open/.exec(html)![1]!
const listed = (html: string) => [...html.matchAll(/<b id="suggested-[^"]+">([^<]+)</g)].map(([, title]) => title)
const what = async (fields: Readonly<Record<string, string>>) => browser.post('/apply/what', { description: '', ...fields })

describe('without script', () => {
  test('the button keeps what was typed and shows what is published, in a new window without a way back into ours', async () => {
    expect((await browser.get('/apply/what')).html).toMatch(/<noscript>.*value="look".*看看有没有已经公开的/s)
    const answer = await what({ description: FIREWORKS, action: 'look' })
    expect(answer.location).toBe('/apply/what?looked=1#suggestions')
    const { html } = await browser.get('/apply/what?looked=1')
    expect(html).toContain(FIREWORKS)
    expect(listed(html)[0]).toBe('烟花爆竹道路运输许可办理指南')
    expect(html).toContain('2024年11月20日公开，示例公治〔2024〕31号')
    expect(html).toMatch(/<a class="zx-suggest-open" href="\/suggestions\/[0-9a-f-]{36}\/open" target="_blank" rel="noopener noreferrer"/)
  })

  test('says so where nothing fits, and goes on', async () => {
    await what({ description: '火星移民审批表', action: 'look' })
    expect((await browser.get('/apply/what?looked=1')).html).toContain('没有找到对得上的公开信息，请接着申请')
    expect((await what({ description: '火星移民审批表' })).location).toBe('/apply/how')
  })

  test('what is shown never stops the step', async () => {
    expect((await what({ description: FIREWORKS })).location).toBe('/apply/how')
    expect(listed((await browser.get('/apply/what')).html)).toHaveLength(2)
  })

  test('a catalogue entry without an address says where it is, and has no link', async () => {
    await what({ description: '出租房屋治安管理办法全文' })
    const { html } = await browser.get('/apply/what')
    expect(listed(html)).toEqual(['出租房屋治安管理办法'])
    expect(html).toContain('公开目录里有，2022年5月6日')
    expect(html).toContain('纸质件在服务窗口查阅')
    expect(html).not.toMatch(/\/suggestions\/[0-9a-f-]+\/open/)
  })
})

describe('while somebody types', () => {
  const ask = (fields: Readonly<Record<string, string>>) => browser.post('/suggestions', { at: 'city', description: '', ...fields })

  test('the list comes with the sentence that is announced, and keeps nothing of the text', async () => {
    const { html, headers } = await ask({ description: FIREWORKS })
    expect(html).toContain('data-say="找到2条可能有用的公开信息"')
    expect(html).toContain('示例市公安局东城分局')
    expect(html).not.toContain('<html')
    expect(headers.get('cache-control')).toBe('no-store')
    const [draft] = await world.services.sql`select count(*)::int as n from suggestion_outcome`
    expect(draft!['n']).toBe(2)
    const columns = await world.services.sql<{ name: string }[]>`select column_name as name from information_schema.columns where table_name = 'suggestion_outcome' order by 1`
    expect(columns.map(({ name }) => name)).toEqual(['ended', 'item_id', 'opened', 'shown_on', 'visit_id'])
  })

  test('markup, NUL and a lone half of a character are stood', async () => {
    for (const description of ['<script>alert(1)</script>烟花爆竹运输', '\u0000烟花', '\ud83d', `${'烟花'.repeat(50_000)}`]) {
      const answer = await ask({ description })
      expect(answer.status).toBe(200)
      expect(answer.html).not.toContain('<script>alert')
    }
  })

  test('consultation wording names the telephone of the authority in the same answer', async () => {
    const { html } = await ask({ description: '请问烟花爆竹怎么运输，怎么办理？' })
    expect(html).toMatch(/<template data-into="wording">.*您好像是在咨询.*000-0000 1201/s)
    expect((await ask({ at: 'district', description: '请问怎么办理许可？' })).html).toContain('000-0000 2201')
  })

  test('without the token of a page it is refused', async () => {
    expect((await browser.post('/suggestions', { _csrf: 'x', description: FIREWORKS })).status).toBe(403)
  })
})

describe('whether it was enough', () => {
  test('shown, opened and sufficient are noted once, by day, under a number that stands nowhere else', async () => {
    await what({ description: FIREWORKS })
    const { html } = await browser.get('/apply/what')
    const id = idIn(html)
    for (const _ of [1, 2]) expect((await browser.get(`/suggestions/${id}/open`)).location).toBe(`${SITE}/2.html`)
    const enough = await what({ description: `${FIREWORKS}改`, action: `enough:${id}` })
    expect(enough.location).toBe(`/suggestions/enough?item=${id}`)
    const page = await browser.get(enough.location!)
    expect(page.html).toContain('好的，这次不用申请了')
    expect(page.html).toContain('草稿还留着')
    const rows = await world.outcomes()
    expect(rows.map(({ title, opened, ended, shown_on }) => [title, opened, ended, shown_on])).toEqual([
      ['东城区烟花爆竹零售点名单', false, null, '2026-11-02'],
      ['烟花爆竹道路运输许可办理指南', true, 'sufficient', '2026-11-02'],
    ])
    expect((await browser.get('/apply/what')).html).toContain(`${FIREWORKS}改`)
  })

  test('who files all the same is counted as filed, and the next application is another visit', async () => {
    await what({ description: FIREWORKS })
    const id = idIn((await browser.get('/apply/what')).html)
    await what({ description: FIREWORKS, action: `enough:${id}` })
    await browser.post('/apply/how', { form: 'paper', way: 'pickup' })
    const check = await browser.get('/apply/check')
    const filed = await browser.post('/apply/check', { key: /name="key" value="([^"]+)"/.exec(check.html)![1]! })
    expect(filed.location).toMatch(/^\/receipt\//)
    expect((await world.outcomes()).map(({ ended }) => ended)).toEqual(['filed', 'filed'])
    expect(browser.cookie('zhixi_visit')).toBeUndefined()
    await startWriting(browser)
    await what({ description: FIREWORKS })
    await browser.get('/apply/what')
    expect(new Set((await world.outcomes()).map(({ visit_id }) => visit_id)).size).toBe(2)
  })

  test('the filing stands where the noting fails', async () => {
    await what({ description: FIREWORKS })
    await browser.get('/apply/what')
    await browser.post('/apply/how', { form: 'paper', way: 'pickup' })
    const key = /name="key" value="([^"]+)"/.exec((await browser.get('/apply/check')).html)![1]!
    await world.services.sql`alter table suggestion_outcome rename to suggestion_gone`
    try {
      expect((await browser.post('/apply/check', { key })).location).toMatch(/^\/receipt\//)
      await startWriting(browser)
      await what({ description: FIREWORKS })
      const page = await browser.get('/apply/what')
      expect([page.status, listed(page.html)]).toEqual([200, []])
      expect((await what({ description: FIREWORKS })).location).toBe('/apply/how')
    } finally {
      await world.services.sql`alter table suggestion_gone rename to suggestion_outcome`
    }
  })

  test.each(['enough:', 'enough:x', 'enough:00000000-0000-4000-8000-000000000000', "enough:' or 1=1"])('a button that nobody was shown (%s) changes nothing', async (action) => {
    const answer = await what({ description: '示例', action })
    expect(['/apply/what', '/apply/how']).toContain(answer.location)
    expect((await world.outcomes()).filter(({ ended }) => ended !== null)).toEqual([])
  })
})

describe('the link leads to what staff have stored, and nowhere else', () => {
  test.each(['x', '00000000-0000-4000-8000-000000000000', 'https:%2F%2Fevil.example', '..%2F..', '%E4'])('/suggestions/%s/open is missing', async (id) => {
    const answer = await browser.get(`/suggestions/${id}/open?url=https://evil.example&next=//evil.example`)
    expect([answer.status, answer.location]).toEqual([404, null])
  })

  test('a retired item leads nowhere and is no longer suggested', async () => {
    await what({ description: FIREWORKS })
    const id = idIn((await browser.get('/apply/what')).html)
    await world.services.sql`update published_item set active = false where id = ${id}`
    expect((await browser.get(`/suggestions/${id}/open`)).status).toBe(404)
    expect(listed((await browser.get('/apply/what')).html)).toEqual(['东城区烟花爆竹零售点名单'])
    await world.services.sql`update published_item set active = true where id = ${id}`
  })

  test('the database itself takes no other kind of address', async () => {
    for (const url of ['javascript:alert(1)', '//evil.example', '/apply', 'data:text/html,x', 'https://a b', 'https://a\r\nSet-Cookie: x=1']) {
      await expect(world.services.sql`update published_item set url = ${url} where title = '养犬登记管理规定'`, url).rejects.toThrow()
    }
  })
})

describe('39条: wording of a consultation or complaint', () => {
  test('is pointed out once, with the channel and its article, and never refused', async () => {
    const description = '要求你局依法查处楼下KTV深夜扰民的行为'
    const first = await what({ description })
    expect(first.location).toBe('/apply/what?wording=1#wording')
    const { html } = await browser.get('/apply/what?wording=1')
    expect(html).toContain('您好像是在投诉、举报或者信访')
    expect(html).toContain('000-0000 1210')
    expect(html).toContain('条例第三十九条第一款')
    expect(html).toMatch(/href="\/channels\?authority=city#complaint"/)
    const wording = /name="wording" value="([^"]+)"/.exec(html)![1]!
    expect((await what({ description, wording })).location).toBe('/apply/how')
    expect((await what({ description: '请问怎么办理居住证？', wording })).location).toBe('/apply/what?wording=1#wording')
  })

  test('stands after the warning of personal numbers, not in its place', async () => {
    const description = '我要举报某公司，电话13800000000'
    expect((await what({ description })).location).toBe('/apply/what?warn=1#personal-numbers')
    const { html } = await browser.get('/apply/what?warn=1')
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!
    expect((await what({ description, warned: field('warned'), wording: field('wording'), action: 'keep' })).location).toBe('/apply/how')
  })

  test('the channels page names both channels of 39条, of the authority that was chosen', async () => {
    const { html } = await browser.get('/channels?authority=district')
    for (const text of ['id="complaint"', 'id="consultation"', 'id="certificate"', 'id="publication"', '000-0000 2201', '第三十九条第一款', '第三十九条第二款']) expect(html).toContain(text)
  })
})
