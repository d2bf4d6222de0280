import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Browser } from '../../app/browser.ts'
import { Api, signedIn } from '../../app/client.ts'

interface Item { readonly id: string; readonly title: string; readonly version: number; readonly active: boolean; readonly recent: { shown: number; opened: number; sufficient: number; filed: number }; readonly all: { shown: number } }
interface Catalogue { readonly items: readonly Item[]; readonly all: Record<string, number | null>; readonly recent: Record<string, number | null>; readonly page: number; readonly more: boolean }

const NEW = { kind: 'published', title: '保安服务公司设立许可指南', documentRef: '示例公治〔2026〕5号', url: 'https://www.example.gov.cn/gongan/baoan.html', publishedOn: '2026-01-05' }

let system: TestSystem
let officer: Api
let anybody: Api

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  officer = await signedIn(system.url, 'gongkai')
  anybody = new Api(system.url)
})
afterAll(() => system.stop())

const catalogue = async (api = officer) => (await api.get<Catalogue>('/catalogue')).body
const titles = async (q: string) => (await anybody.get<{ items: { title: string }[] }>(`/published-items?q=${encodeURIComponent(q)}`)).body.items.map(({ title }) => title)

describe('GET /published-items, for anybody', () => {
  test.each([
    ['申请公开江北大道与学府路交叉口闯红灯自动记录系统的：1. 设置和启用时间；2. 验收报告；3. 最近一次检定证书。', '江北大道等18处路口启用闯红灯自动记录系统的通告'],
    ['示例公治〔2022〕17号', '出租房屋治安管理办法'],
    ['示例公治[２０２２] 17 号', '出租房屋治安管理办法'],
    ['近五年交通事故统计年报', '2025年度道路交通事故统计公报'],
    ['请问居住证怎么办理', '居住证申领、签注办理指南'],
    ['烟 花 爆\n竹 运 输', '烟花爆竹道路运输许可办理指南'],
    ['处罚', '示例市公安局行政处罚裁量基准（2025年版）'],
  ])('%s finds %s first', async (q, title) => expect((await titles(q))[0]).toBe(title))

  test.each(['治安支队2026年全部内部值班排班表', '涉案财物管理中心2025年度盘点报告', '校园周边护学岗设置方案', '滨河路地下通道内视频监控的管理单位', '火灾事故认定书', '申请公开有关信息', '𠮷䶮', '！！？'])('%s finds nothing', async (q) => expect(await titles(q)).toEqual([]))

  test('a wrong query is named by its field, and an authority narrows', async () => {
    expect((await anybody.get('/published-items')).status).toBe(422)
    expect((await anybody.get('/published-items?q=%E7%83%9F%E8%8A%B1&limit=99')).body).toMatchObject({ errors: [{ field: 'limit', message: '最多20条' }] })
    expect((await anybody.get('/published-items?q=%E7%83%9F%E8%8A%B1&authority=binhe')).body).toEqual({ items: [] })
  })
})

describe('the catalogue of an authority', () => {
  test('is added to, changed, retired and brought back; what is done twice is done once', async () => {
    const added = await officer.post<{ id: string }>('/catalogue/items', NEW)
    expect([added.status, added.body]).toMatchObject([201, { version: 1, changed: true }])
    const path = `/catalogue/items/${added.body.id}`
    expect((await officer.post('/catalogue/items', NEW)).body).toMatchObject({ code: 'suggestions/already-there', status: 409 })
    expect(await titles('保安服务公司设立许可')).toContain(NEW.title)
    expect((await officer.post(path, { ...NEW, version: 1 })).body).toMatchObject({ version: 1, changed: false })
    expect((await officer.post(path, { ...NEW, summary: '条件', version: 1 })).body).toMatchObject({ version: 2, changed: true })
    expect((await officer.post(path, { ...NEW, summary: '别的', version: 1 })).body).toMatchObject({ code: 'suggestions/stale-version' })
    for (const changed of [true, false]) expect((await officer.post(`${path}/retirement`)).body).toMatchObject({ version: 3, changed })
    expect(await titles('保安服务公司设立许可')).not.toContain(NEW.title)
    for (const changed of [true, false]) expect((await officer.post(`${path}/restoration`)).body).toMatchObject({ version: 4, changed })
  })

  test('two at once with the same number give one item and one refusal', async () => {
    const twin = { ...NEW, title: '同号', documentRef: '示例公治〔2026〕6号', url: 'https://www.example.gov.cn/6' }
    const answers = await Promise.all([officer.post('/catalogue/items', twin), officer.post('/catalogue/items', { ...twin, url: 'https://www.example.gov.cn/7' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  test.each([
    [{ url: 'javascript:alert(1)' }, 'url'], [{ url: 'https://user:pass@example.gov.cn/' }, 'url'], [{ url: '/apply' }, 'url'], [{ url: 'https:\\\\evil' }, 'url'],
    [{ url: undefined }, 'url'], [{ title: '甲'.repeat(201) }, 'title'], [{ publishedOn: '昨天' }, 'publishedOn'], [{ kind: 'x' }, 'kind'], [{ active: false }, 'active'],
  ])('%j is refused and names %s', async (wrong, field) => {
    const answer = await officer.post('/catalogue/items', { ...NEW, documentRef: '示例〔2026〕9号', url: 'https://www.example.gov.cn/9', ...wrong })
    expect([answer.status, (answer.body['errors'] as { field: string }[]).map((one) => one.field)]).toEqual([422, [field]])
  })

  test('an authority keeps its own: items of another one are missing, not forbidden', async () => {
    const [first] = (await catalogue()).items
    const other = await signedIn(system.url, 'binhe')
    expect((await catalogue(other)).items).toEqual([])
    for (const [path, body] of [['', { ...NEW, version: 1 }], ['/retirement', {}], ['/restoration', {}]] as const) expect((await other.post(`/catalogue/items/${first!.id}${path}`, body)).status).toBe(404)
    expect((await (await new Browser(system.url).signIn('binhe')).get(`/desk/catalogue/${first!.id}`)).status).toBe(404)
  })

  test('supervisors read, handlers and clerks do not even that', async () => {
    const supervisor = await signedIn(system.url, 'jiandu')
    expect((await supervisor.get('/catalogue')).status).toBe(200)
    expect((await supervisor.post('/catalogue/items', NEW)).status).toBe(403)
    for (const name of ['chengban', 'chuangkou', 'xitong']) {
      expect((await (await signedIn(system.url, name)).get('/catalogue')).status, name).toBe(403)
      expect((await (await new Browser(system.url).signIn(name)).get('/desk/catalogue')).status, name).toBe(403)
    }
  })
})

describe('the figures', () => {
  test('count a visit once, however many items it saw, and the last 90 days apart', async () => {
    const items = (await catalogue()).items
    const [a, b] = [items[0]!.id, items[1]!.id]
    const visit = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
    const row = (n: number, item: string, day: string, opened: boolean, ended: string | null) => system.services.sql`insert into suggestion_outcome values (${visit(n)}, ${item}, ${day}, ${opened}, ${ended})`
    await row(1, a, '2026-11-02', true, 'sufficient')
    await row(1, b, '2026-11-02', false, null)
    await row(2, a, '2026-08-05', false, 'filed')
    await row(2, b, '2026-08-05', true, 'filed')
    await row(3, a, '2026-08-04', false, null)
    const found = await catalogue(await signedIn(system.url, 'jiandu'))
    expect(found.all).toEqual({ shown: 3, opened: 2, sufficient: 1, filed: 1, rate: 33.3 })
    expect(found.recent).toEqual({ shown: 2, opened: 2, sufficient: 1, filed: 1, rate: 50 })
    expect(found.items.find(({ id }) => id === a)).toMatchObject({ all: { shown: 3, opened: 1, sufficient: 1, filed: 1 }, recent: { shown: 2, opened: 1 } })
    const page = await (await new Browser(system.url).signIn('jiandu')).get('/desk/catalogue')
    expect(page.html).toContain('从开始到今天：3次写申请时列出过，其中2次点开，1次够用了没有申请（33.3%），1次仍然申请。')
    expect(page.html).not.toContain('添一条')
  })
})

describe('on the desk', () => {
  test('an officer adds, mends, retires and restores without script', async () => {
    const browser = await new Browser(system.url).signIn('gongkai')
    const form = { kind: 'published', title: '', documentRef: '', indexNumber: '', publishedOn: '2026年10月1日', url: 'https://www.example.gov.cn/new', summary: '概述' }
    await browser.get('/desk/catalogue/new')
    const wrong = await browser.post('/desk/catalogue/new', form)
    expect([wrong.status, wrong.html.includes('href="#f-title"'), wrong.html.includes('value="2026年10月1日"')]).toEqual([422, true, true])
    const added = await browser.post('/desk/catalogue/new', { ...form, title: '大型群众性活动安全许可指南' })
    expect(added.location).toMatch(/^\/desk\/catalogue\/[0-9a-f-]{36}\?done=added$/)
    const own = added.location!.split('?')[0]!
    expect((await browser.get(added.location!)).html).toContain('添上了，申请人写描述时会看到')
    const stale = { ...form, title: '大型群众性活动安全许可指南', summary: '新的', version: '1' }
    expect((await browser.post(own, stale)).location).toBe(`${own}?done=saved`)
    const second = await browser.post(own, { ...stale, summary: '又一个' })
    expect([second.status, second.html.includes('别人刚改过这一条'), second.html.includes('又一个')]).toEqual([409, true, true])
    expect((await browser.post(`${own}/retire`, {})).location).toBe(`${own}?done=retired`)
    expect((await browser.post(`${own}/retire`, {})).location).toBe(`${own}?done=same`)
    expect((await browser.post(`${own}/restore`, {})).location).toBe(`${own}?done=restored`)
  })
})
