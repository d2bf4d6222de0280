import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyPages } from '#features/intake/apply.route.tsx'
import { portalPages } from '#features/portal/index.ts'
import { PUBLISHED_ARRANGEMENTS } from '#law/calendar/arrangements.ts'
import { createBook } from '#law/calendar/calendar-book.ts'
import { civilDate } from '#law/civil-date.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from './harness.ts'
import { visitor } from './visitor.ts'

const PAGES = ['/', '/guide', '/privacy', '/accessibility', '/annual-reports']

let database: FreshDatabase
let world: PublicWorld

beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { pages: [portalPages] })
  await twoAuthorities(world.services)
})
afterAll(async () => {
  await world.close()
  await database.drop()
})
beforeEach(() => world.setNow('2026-11-21T03:00:00.000Z'))

describe('every public page', () => {
  it.each(PAGES)('%s has one h1, the language, and no style or script of its own (CSP)', async (path) => {
    const { status, html } = await visitor(world.app).get(path)
    expect(status).toBe(200)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).toContain('<html lang="zh-CN"')
    expect(html).not.toMatch(/ style="|<style|<script(?![^>]* src=)| on[a-z]+="/)
  })

  it('keeps the chosen text size for the pages after it', async () => {
    const browser = visitor(world.app)
    expect((await browser.get('/?size=large')).html).toContain('class="size-large"')
    expect((await browser.get('/guide')).html).toContain('class="size-large"')
    expect((await browser.get('/guide?size=standard')).html).toContain('class="size-standard"')
    expect((await browser.get('/')).html).toContain('class="size-standard"')
  })

  it('ignores a text size that does not exist', async () => {
    const browser = visitor(world.app)
    expect((await browser.get('/?size="><script>')).html).toContain('class="size-standard"')
    expect(browser.cookie('zhixi_size')).toBeUndefined()
  })
})

describe('home', () => {
  it('says when an application of today is answered at the latest (33条)', async () => {
    const { html } = await visitor(world.app).get('/')
    expect(html).toContain('2026年12月18日（周五）')
    expect(html).toContain('今天11月21日（周六）提交')
    expect(html).toContain('从11月23日（周一）起')
    world.setNow('2026-09-23T16:00:00.000Z')
    expect((await visitor(world.app).get('/')).html).toContain('2026年10月29日（周四）')
  })

  it('counts the day in Asia/Shanghai', async () => {
    world.setNow('2026-11-22T15:59:59.000Z')
    expect((await visitor(world.app).get('/')).html).toContain('今天11月22日（周日）提交')
    world.setNow('2026-11-22T16:00:00.000Z')
    expect((await visitor(world.app).get('/')).html).toContain('今天11月23日（周一）提交')
  })

  it('says so when the calendar of the way is not published yet', async () => {
    world.setNow('2026-12-20T03:00:00.000Z')
    expect((await visitor(world.app).get('/')).html).toContain('还没公布放假安排')
  })

  it('names how to reach every authority', async () => {
    const { html } = await visitor(world.app).get('/')
    for (const text of ['000-0000 1201', '000-0000 1209', '000-0000 1210', '示例市示例路8号一楼3号窗口', '000-0000 2201', '示例市东街1号']) {
      expect(html).toContain(text)
    }
  })
})

describe('each authority', () => {
  it('has a home page and a guide of its own, which the visitor keeps for the pages after it', async () => {
    const browser = visitor(world.app)
    const home = await browser.get('/?authority=district')
    expect(home.html).toMatch(/class="zx-tool-phones"><span>咨询 000-0000 2201/)
    expect(home.html).toContain('您可以申请获取示例市公安局东城分局制作')
    expect(home.html).toMatch(/找我们<\/h2>.*?000-0000 2209.*?示例市东街1号/s)
    const guide = await browser.get('/guide')
    expect(guide.html).toContain('这是示例市公安局东城分局的公开指南')
    expect(guide.html.slice(0, guide.html.indexOf('id="branches"'))).not.toContain('000-0000 1201')
    for (const path of ['/privacy', '/accessibility', '/annual-reports']) expect((await browser.get(path)).html).toContain('000-0000 2201')
    expect((await browser.get('/?authority=city')).html).toContain('您可以申请获取示例市公安局制作')
  })

  it.each(['nowhere', '"><script>', '../city', ''])('%j is none: the main one is shown', async (id) => {
    const browser = visitor(world.app)
    const { status, html } = await browser.get(`/?authority=${encodeURIComponent(id)}`)
    expect([status, html.includes('您可以申请获取示例市公安局制作'), html.includes('<script>')]).toEqual([200, true, false])
    expect(browser.cookie('zhixi_authority')).toBeUndefined()
  })

  it('is where the application begins', async () => {
    const applying = publicWorld(database.url, { pages: [portalPages, applyPages] })
    const browser = visitor(applying.app)
    await browser.get('/?authority=district')
    const { html } = await browser.get('/apply/who')
    await applying.close()
    expect(html).toMatch(/value="district"[^>]*checked/)
    expect(html).toMatch(/咨询 000-0000 2201/)
  })

  it('counts its own days off in the promise (law.md §12.1)', async () => {
    const day = { date: civilDate('2026-11-23'), name: '暴雪停工', authorityId: 'district' }
    const local = publicWorld(database.url, { pages: [portalPages], calendars: createBook(1, PUBLISHED_ARRANGEMENTS, [day]) })
    local.setNow('2026-11-21T03:00:00.000Z')
    const [city, district] = await Promise.all(['city', 'district'].map(async (id) => (await visitor(local.app).get(`/?authority=${id}`)).html))
    await local.close()
    expect(city).toContain('2026年12月18日（周五）')
    expect(district).toContain('2026年12月21日（周一）')
  })

  it('tells its fax only where there is one (条例第十二条第二款)', async () => {
    expect((await visitor(world.app).get('/guide')).html).not.toContain('传到')
    await world.services.sql`update authority set fax = '000-0000 1211' where id = 'city'`
    const { html } = await visitor(world.app).get('/guide')
    await world.services.sql`update authority set fax = null`
    expect(html).toContain('传到000-0000 1211')
    expect(html).toContain('与您确认的这天')
  })
})

describe('公开指南 (条例第十二条第二款)', () => {
  it('names office, address, hours and telephones of every authority', async () => {
    const { html } = await visitor(world.app).get('/guide')
    for (const text of ['示例市公安局政府信息公开办公室', '东城分局政府信息公开办公室', '8:30–12:00，14:30–17:30', '000-0000 2201', '传真']) {
      expect(html).toContain(text)
    }
  })

  it('says which day counts as receipt on each channel, with its item of 31条', async () => {
    const { html } = await visitor(world.app).get('/guide')
    for (const item of ['第一项', '第二项', '第三项']) expect(html).toContain(`条例第三十一条${item}`)
  })

  it('promises of a reply what a reply says: 60日, 6个月, no last day; and advises reconsideration first against silence', async () => {
    const { html } = await visitor(world.app).get('/guide')
    const remedy = html.slice(html.indexOf('id="remedy"'))
    expect(remedy).toContain('申请复议是60日，直接起诉是6个月')
    expect(remedy).toContain('可以先申请行政复议，对复议决定不服的，再提起行政诉讼')
    expect(remedy).not.toContain('最晚哪天')
  })
})

describe('annual reports', () => {
  it.each([
    ['2026-11-21T03:00:00.000Z', '2026年度的报告，2027年1月31日前公布'],
    ['2027-01-31T03:00:00.000Z', '2026年度的报告，2027年1月31日前公布'],
    ['2027-02-01T03:00:00.000Z', '2027年度的报告，2028年1月31日前公布'],
  ])('on %s: %s (条例第四十九条第一款)', async (now, text) => {
    world.setNow(now)
    expect((await visitor(world.app).get('/annual-reports')).html).toContain(text)
  })
})
