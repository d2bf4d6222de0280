import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyPages } from '#features/intake/apply.route.tsx'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor, type Visitor } from '../portal/visitor.ts'

const ID = '000000190001010009'
const WHO = { authorityId: 'city', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: ID }
const CONTACT = { phone: '000 0000 0001', email: 'a@example.com', address: '', postcode: '' }
const WHAT = { subject: '', documentRef: '', description: '江北大道与学府路口的验收报告' }
const HOW = { form: 'electronic', way: 'email', email: 'a@example.com', address: '' }

let database: FreshDatabase
let world: PublicWorld
let browser: Visitor

beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { pages: [applyPages] })
  await twoAuthorities(world.services)
})
afterAll(async () => {
  await world.close()
  await database.drop()
})
beforeEach(async () => {
  world.setNow('2026-11-02T13:14:00.000Z')
  browser = visitor(world.app)
  await browser.get('/apply/who')
})

async function fill(overrides: { who?: object; contact?: object; what?: object; how?: object } = {}): Promise<void> {
  await browser.post('/apply/who', { ...WHO, ...overrides.who })
  await browser.post('/apply/contact', { ...CONTACT, ...overrides.contact })
  await browser.post('/apply/what', { ...WHAT, ...overrides.what })
  await browser.post('/apply/how', { ...HOW, ...overrides.how })
}

const keyOn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ''
const cases = () => world.services.sql<{ number: string; authority_id: string }[]>`select number, authority_id from case_file order by created_at, number`

describe('the way through the steps', () => {
  it('goes from one step to the next and ends at the check page', async () => {
    expect((await browser.post('/apply/who', WHO)).location).toBe('/apply/contact')
    expect((await browser.post('/apply/contact', CONTACT)).location).toBe('/apply/what')
    expect((await browser.post('/apply/what', WHAT)).location).toBe('/apply/how')
    expect((await browser.post('/apply/how', HOW)).location).toBe('/apply/check')
    expect((await browser.get('/apply')).location).toBe('/apply/check')
  })

  it('shows a wrong step again with what was typed, the field named, and 错误 in the title', async () => {
    const answer = await browser.post('/apply/who', { ...WHO, name: '', documentNumber: '000000190001010008' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('<title>错误：')
    expect(answer.html).toContain('value="000000190001010008"')
    expect(answer.html).toContain('href="#f-name"')
    expect(answer.html).toContain('href="#f-documentNumber"')
    expect(answer.html).toMatch(/id="f-name"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="f-name"/)
  })

  it('keeps what was typed wrong, so that it is there after the browser was closed', async () => {
    await browser.post('/apply/who', { ...WHO, documentNumber: '123' })
    expect((await browser.get('/apply/who')).html).toContain('value="123"')
  })

  it('names a way that cannot bring the form above the ways, with what fits', async () => {
    await fill()
    const answer = await browser.post('/apply/how', { ...HOW, form: 'paper' })
    expect(answer.status).toBe(422)
    expect(answer.html).toMatch(/href="#f-way"[^>]*>纸质的可以邮寄、自行领取、当面给；要用电子邮件，形式请选电子文件/)
    expect(answer.html).toMatch(/怎么给您<\/legend><p class="zx-help"[^>]*>[^<]*<\/p><p class="zx-error" id="f-way-error"/)
    expect((await browser.post('/apply/how', { ...HOW, form: 'inspection', way: 'on_site' })).location).toBe('/apply/check')
  })

  it('shows what was typed when somebody goes back', async () => {
    await browser.post('/apply/who', { ...WHO, applicantKind: 'business', documentType: 'credit_code', name: '某公司', documentNumber: '91350100M000100Y43' })
    const back = await browser.get('/apply/who')
    expect(back.html).toContain('value="某公司"')
    expect(back.html).toMatch(/value="business"[^>]*checked/)
  })

  it('sends somebody who jumps ahead to the first step that is open', async () => {
    await browser.post('/apply/who', WHO)
    expect((await browser.get('/apply/how')).location).toBe('/apply/contact')
    expect((await browser.get('/apply/check')).location).toBe('/apply/contact?fix=1')
    expect((await browser.get('/apply/contact?fix=1')).html).toContain('至少写一样')
  })

  it('returns to the check page after a change that was begun there', async () => {
    await fill()
    expect((await browser.get('/apply/what?back=check')).html).toContain('name="back" value="check"')
    expect((await browser.post('/apply/what', { ...WHAT, description: '检定证书', back: 'check' })).location).toBe('/apply/check')
    expect((await browser.get('/apply/check')).html).toContain('检定证书')
  })

  it('saves half a step without complaint for later, and goes on there', async () => {
    await browser.post('/apply/who', WHO)
    const later = await browser.post('/apply/contact', { phone: '00', action: 'later' })
    expect(later.location).toBe('/apply/saved')
    expect((await browser.get('/apply/saved')).html).toContain('2026年12月2日')
    expect((await browser.get('/apply')).location).toBe('/apply/contact')
    expect((await browser.get('/apply/contact')).html).toContain('value="00"')
  })

  it.each([
    ['a NUL', '验收\u0000报告', 'U+0000'],
    ['a direction override', '验收\u202E报告', 'U+202E'],
  ])('refuses %s in the description and names it', async (_, description, named) => {
    await browser.post('/apply/who', WHO)
    await browser.post('/apply/contact', CONTACT)
    const answer = await browser.post('/apply/what', { ...WHAT, description })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('href="#f-description"')
    expect(answer.html).toContain(named)
  })

  it('shows text as text, never as markup', async () => {
    const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    await fill({ who: { name: evil }, what: { description: evil, subject: evil } })
    for (const path of ['/apply/who', '/apply/what', '/apply/check']) {
      const { html } = await browser.get(path)
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img src=x')
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    }
  })

  it('is kept by no cache', async () => {
    await fill()
    for (const path of ['/apply', '/apply/who', '/apply/check', '/apply/saved']) {
      expect((await browser.get(path)).headers.get('cache-control')).toBe('no-store')
    }
  })

  it('answers an unknown step as missing', async () => {
    expect((await browser.get('/apply/constructor')).status).toBe(404)
    expect((await browser.get('/apply/nothing')).status).toBe(404)
  })

  it('refuses a form without the token of its page', async () => {
    expect((await browser.post('/apply/who', { ...WHO, _csrf: 'x' })).status).toBe(403)
  })
})

describe('numbers in the description', () => {
  const description = '我的身份证号000000190001010009，请公开验收报告'

  beforeEach(async () => {
    await browser.post('/apply/who', WHO)
    await browser.post('/apply/contact', CONTACT)
  })

  it('warns once, masked, and does not block', async () => {
    expect((await browser.post('/apply/what', { ...WHAT, description })).location).toBe('/apply/what?warn=1#personal-numbers')
    const { html } = await browser.get('/apply/what?warn=1')
    expect(html).toContain('好像有身份证号码')
    expect(html).toContain('00** **** **** **** 09')
    const warned = /name="warned" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await browser.post('/apply/what', { ...WHAT, description, warned, action: 'keep' })).location).toBe('/apply/how')
    expect((await browser.get('/apply/what')).html).not.toContain('好像有身份证号码')
  })

  it('goes on when the main button is pressed a second time', async () => {
    await browser.post('/apply/what', { ...WHAT, description })
    const warned = /name="warned" value="([^"]+)"/.exec((await browser.get('/apply/what')).html)?.[1] ?? ''
    expect((await browser.post('/apply/what', { ...WHAT, description, warned, action: 'next' })).location).toBe('/apply/how')
  })

  it('takes the number out on request and leaves the rest', async () => {
    expect((await browser.post('/apply/what', { ...WHAT, description, action: 'remove' })).location).toBe('/apply/what?removed=1')
    const { html } = await browser.get('/apply/what?removed=1')
    expect(html).toContain('我的身份证号，请公开验收报告')
    expect(html).not.toContain(ID)
  })
})

describe('核对提交', () => {
  it('shows everything, the document number masked', async () => {
    await fill()
    const { html } = await browser.get('/apply/check')
    for (const text of ['申请人甲（公民）', '00**************09', 'a@example.com', '江北大道与学府路口的验收报告', '电子邮件', '2026年11月30日（周一）']) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain(ID)
  })

  it('files once, however often the button is pressed, also at the same time', async () => {
    await fill()
    const key = keyOn((await browser.get('/apply/check')).html)
    const before = (await cases()).length
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.post('/apply/check', { key })))
    const again = await browser.post('/apply/check', { key })
    expect(new Set([...answers, again].map(({ location }) => location)).size).toBe(1)
    expect(again.location).toMatch(/^\/receipt\/2026-\d{4}$/)
    expect((await cases()).length).toBe(before + 1)
  })

  it('shows the receipt also to a browser that heard only the second answer', async () => {
    await fill()
    const key = keyOn((await browser.get('/apply/check')).html)
    await browser.post('/apply/check', { key })
    browser.forget('zhixi_receipt')
    const second = await browser.post('/apply/check', { key })
    const token = browser.cookie('zhixi_receipt')
    expect(second.location).toMatch(/^\/receipt\//)
    expect(token).toBeDefined()
    expect((await browser.get(second.location!)).status).toBe(200)
  })

  it.each(['/apply/check', '/apply'])('shows the receipt at %s where the answer to the filing was lost, for half an hour after it', async (path) => {
    await fill()
    const { location } = await browser.post('/apply/check', { key: keyOn((await browser.get('/apply/check')).html) })
    for (const lost of ['zhixi_receipt', 'zhixi_status']) browser.forget(lost)
    world.setNow('2026-11-02T13:34:00.000Z')
    expect((await browser.get(path)).location).toBe(location)
    expect((await browser.get(location!)).html).toMatch(/[2-9A-HJKMNP-TV-Z]{4} [2-9A-HJKMNP-TV-Z]{4}/)
    world.setNow('2026-11-02T13:44:00.000Z')
    expect((await browser.get(location!)).location).toMatch(/^\/status\?number=/)
    expect((await browser.get('/apply')).location).toBe('/apply/who')
  })

  it('offers a new form on the receipt, and forgets the receipt when the visit is ended', async () => {
    await fill()
    const { location } = await browser.post('/apply/check', { key: keyOn((await browser.get('/apply/check')).html) })
    expect((await browser.get(location!)).html).toMatch(/href="\/apply\/who"[^>]*>\s*(<span>)?再申请一件/)
    expect((await browser.get('/apply/who')).html).not.toContain('申请人甲')
    expect((await browser.get('/apply/left')).location).toBe('/')
    expect((await browser.get('/apply')).location).toBe('/apply/who')
  })

  it('files no second case where the process dies between filing and answering: the draft is closed with it', async () => {
    await fill()
    const key = keyOn((await browser.get('/apply/check')).html)
    const before = (await cases()).length
    const { keyring } = world.services
    const dying = { ...keyring, sealText: () => { throw new Error('killed') } }
    const said = console.error
    console.error = () => {}
    Object.assign(world.services, { keyring: dying })
    const lost = await browser.post('/apply/check', { key })
    Object.assign(world.services, { keyring })
    console.error = said
    expect([lost.status, (await cases()).length]).toEqual([500, before + 1])
    const shown = await browser.get('/apply/check')
    expect(shown.location).toMatch(/^\/receipt\/2026-\d{4}$/)
    expect((await browser.get(shown.location!)).status).toBe(200)
    world.setNow('2026-11-03T14:14:00.000Z')
    expect((await browser.post('/apply/check', { key })).location).toBe('/apply/who')
    expect((await cases()).length).toBe(before + 1)
  })

  it('files for the authority that was chosen', async () => {
    await fill({ who: { authorityId: 'district' } })
    const filed = await browser.post('/apply/check', { key: keyOn((await browser.get('/apply/check')).html) })
    const number = filed.location?.split('/').at(-1)
    expect((await cases()).filter((row) => row.number === number && row.authority_id === 'district')).toHaveLength(1)
  })

  it('files nothing that the page did not show', async () => {
    await fill()
    const key = keyOn((await browser.get('/apply/check')).html)
    await browser.post('/apply/what', { ...WHAT, description: '别的' })
    const before = (await cases()).length
    const answer = await browser.post('/apply/check', { key })
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('还没有提交')
    expect((await cases()).length).toBe(before)
  })

  it('begins a new application after one has been filed', async () => {
    await fill()
    await browser.post('/apply/check', { key: keyOn((await browser.get('/apply/check')).html) })
    expect((await browser.get('/apply/who')).html).not.toContain('申请人甲')
    expect((await browser.get('/apply/check')).location).toMatch(/^\/receipt\//)
    await fill({ what: { description: '第二件' } })
    expect((await browser.get('/apply/check')).html).toContain('第二件')
  })
})

describe('a limit per address', () => {
  it('holds for the posts of the form', async () => {
    const narrow = publicWorld(database.url, { pages: [applyPages], publicRate: 3 })
    narrow.setNow('2026-11-04T13:14:00.000Z')
    const hasty = visitor(narrow.app)
    await hasty.get('/apply/who')
    const statuses: number[] = []
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await hasty.post('/apply/who', WHO)).status)
    await narrow.close()
    expect(statuses).toEqual([303, 303, 303, 429])
  })
})
