import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import { applyPages } from '#features/intake/apply.route.tsx'
import { DRAFT_ATTEMPTS } from '#features/intake/draft-by-code.ts'
import { readDraftCode } from '#features/intake/draft-code.ts'
import { draftName, draftOfCode } from '#features/intake/draft-store.ts'
import { contextFor } from '#store/context.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor, type Visitor } from '../portal/visitor.ts'

const WHO = { authorityId: 'city', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '000000190001010009' }
const CODE = /<p class="zx-big-code">([^<]+)<\/p>/

let database: FreshDatabase
let world: PublicWorld
let home: Visitor
let address = 0
const ctx = () => contextFor(world.services, APPLICANT)
/** Another browser, at an address of its own. */
const elsewhere = async () => {
  const browser = visitor(world.app, `198.51.100.${(address += 1)}`)
  await browser.get('/apply/resume')
  return browser
}

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
  home = visitor(world.app)
  await home.get('/apply/who')
})

async function saveAtHome(): Promise<string> {
  await home.post('/apply/who', WHO)
  expect((await home.post('/apply/contact', { phone: '000 0000 0001', action: 'later' })).location).toBe('/apply/saved')
  return CODE.exec((await home.get('/apply/saved')).html)?.[1] ?? ''
}

const shownOn = (html: string) => Object.fromEntries([...html.matchAll(/name="(draft|shown)" value="([^"]*)"/g)].map(([, name, value]) => [name, value!])) as { draft: string; shown: string }

describe('a 续写码', () => {
  it('has twelve signs that nobody confuses, and is told once', async () => {
    expect(await saveAtHome()).toMatch(/^[2-9A-HJKMNP-TV-Z]{4} [2-9A-HJKMNP-TV-Z]{4} [2-9A-HJKMNP-TV-Z]{4}$/)
    world.setNow('2026-11-02T13:44:00.000Z')
    expect((await home.get('/apply/saved')).html).not.toMatch(CODE)
    await home.post('/apply/contact', { phone: '000 0000 0001', action: 'later' })
    expect((await home.get('/apply/saved')).html).not.toMatch(CODE)
  })

  it('is stored as a keyed hash alone', async () => {
    const code = readDraftCode(await saveAtHome())!
    const rows = await world.services.sql<{ row: string }[]>`select application_draft::text as row from application_draft`
    const text = rows.map(({ row }) => row).join('\n')
    for (const secret of [code, Buffer.from(code).toString('hex')]) expect(text).not.toContain(secret)
    expect((await draftOfCode(ctx(), code))?.name).toBe(draftName(home.cookie('zhixi_draft')!))
  })

  it('opens the draft elsewhere, however it is typed, and the first browser goes on as well', async () => {
    const code = await saveAtHome()
    const phone = await elsewhere()
    expect((await phone.post('/apply/resume', { code: ` ${code.toLowerCase().replaceAll(' ', '－')}\u3000` })).location).toBe('/apply')
    expect((await phone.get('/apply/contact')).html).toContain('value="000 0000 0001"')
    expect((await home.get('/apply/contact')).html).toContain('value="000 0000 0001"')
    expect(phone.cookie('zhixi_draft')).not.toBe(home.cookie('zhixi_draft'))
  })

  it('is refused in the same words when wrong, expired or filed, and what cannot be one is told what it looks like', async () => {
    const code = await saveAtHome()
    const phone = await elsewhere()
    const wrong = await phone.post('/apply/resume', { code: 'ZZZZ ZZZZ ZZZZ' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('没有这个续写码的草稿')
    expect(wrong.html).toContain('value="ZZZZ ZZZZ ZZZZ"')
    expect((await phone.post('/apply/resume', { code: '0O1I' })).html).toContain('12位字母和数字')
    expect((await phone.post('/apply/resume', { code: '' })).html).toContain('请填写续写码')
    world.setNow('2026-12-02T13:14:00.000Z')
    expect((await phone.post('/apply/resume', { code })).html).toContain('没有这个续写码的草稿')
  })

  it('locks the address that guesses, for a quarter of an hour, and nobody else', async () => {
    const code = await saveAtHome()
    const guesser = await elsewhere()
    for (let turn = 0; turn < DRAFT_ATTEMPTS; turn += 1) await guesser.post('/apply/resume', { code: 'ZZZZ ZZZZ ZZZZ' })
    const locked = await guesser.post('/apply/resume', { code })
    expect([locked.status, locked.html.includes('21时29分以后才能再试')]).toEqual([422, true])
    expect((await (await elsewhere()).post('/apply/resume', { code })).location).toBe('/apply')
    world.setNow('2026-11-02T13:29:00.000Z')
    expect((await guesser.post('/apply/resume', { code })).location).toBe('/apply')
  })

  it('does not let many guesses at once slip through', async () => {
    await saveAtHome()
    const guesser = await elsewhere()
    const answers = await Promise.all(Array.from({ length: DRAFT_ATTEMPTS + 5 }, () => guesser.post('/apply/resume', { code: 'ZZZZ ZZZZ ZZZZ' })))
    expect(answers.filter(({ html }) => html.includes('没有这个续写码的草稿'))).toHaveLength(DRAFT_ATTEMPTS)
  })

  it('is replaced on request: the old one opens nothing any more', async () => {
    const old = await saveAtHome()
    await home.post('/apply/code', {})
    const fresh = CODE.exec((await home.get('/apply/saved')).html)?.[1] ?? ''
    const phone = await elsewhere()
    expect((await phone.post('/apply/resume', { code: old })).status).toBe(422)
    expect((await phone.post('/apply/resume', { code: fresh })).location).toBe('/apply')
  })

  it('opens nothing after the draft was thrown away', async () => {
    const code = await saveAtHome()
    const phone = await elsewhere()
    await phone.post('/apply/resume', { code })
    await phone.post('/apply/discard', {})
    expect((await (await elsewhere()).post('/apply/resume', { code })).status).toBe(422)
    expect((await home.get('/apply')).location).toBe('/apply/who')
  })
})

describe('a draft that is already open in the browser', () => {
  it('does not make way without a word; one without a code is then erased', async () => {
    const code = await saveAtHome()
    const phone = await elsewhere()
    await phone.post('/apply/who', { ...WHO, name: '申请人乙' })
    const own = phone.cookie('zhixi_draft')!
    const asked = await phone.post('/apply/resume', { code })
    expect(asked.status).toBe(409)
    expect(asked.html).toContain('申请人写的是“申请人乙”')
    expect(phone.cookie('zhixi_draft')).toBe(own)
    expect((await phone.post('/apply/resume', { code, replace: draftName(own) })).location).toBe('/apply')
    expect(await world.services.sql`select 1 from application_draft where token_hash = ${Buffer.from(draftName(own), 'hex')}`).toHaveLength(0)
  })

  it('is simply gone on with when the code is its own', async () => {
    const code = await saveAtHome()
    const token = home.cookie('zhixi_draft')
    expect((await home.post('/apply/resume', { code })).location).toBe('/apply')
    expect(home.cookie('zhixi_draft')).toBe(token)
  })
})

describe('two devices at once', () => {
  async function both(): Promise<Visitor> {
    const code = await saveAtHome()
    const phone = await elsewhere()
    await phone.post('/apply/resume', { code })
    return phone
  }

  it('says what the newest save replaced, and puts it back on request', async () => {
    const phone = await both()
    const [here, there] = [shownOn((await home.get('/apply/contact')).html), shownOn((await phone.get('/apply/contact')).html)]
    await home.post('/apply/contact', { ...here, phone: '000 0000 0002', email: '', address: '示例路8号', postcode: '' })
    const later = await phone.post('/apply/contact', { ...there, phone: '000 0000 0003', email: '', address: '', postcode: '' })
    expect(later.status).toBe(409)
    expect(later.html).toContain('也改过这一步')
    expect(later.html).toContain('000 0000 0002')
    expect(later.html).toContain('value="000 0000 0003"')
    expect(later.html).toContain('value="示例路8号"')
    const theirs = /name="theirs" value="([^"]+)"/.exec(later.html)![1]!
    expect((await phone.post('/apply/contact', { ...shownOn(later.html), phone: '000 0000 0003', email: '', address: '示例路8号', postcode: '', theirs, action: 'theirs' })).location).toBe('/apply/contact?kept=1')
    expect((await phone.get('/apply/contact')).html).toContain('value="000 0000 0002"')
  })

  it('files nothing that the other device has changed since it was checked', async () => {
    const phone = await both()
    await phone.post('/apply/contact', { phone: '000 0000 0001' })
    await phone.post('/apply/what', { description: '验收报告' })
    await phone.post('/apply/how', { form: 'paper', way: 'pickup' })
    const key = /name="key" value="([^"]+)"/.exec((await phone.get('/apply/check')).html)![1]!
    await home.post('/apply/what', { description: '检定证书' })
    const refused = await phone.post('/apply/check', { key })
    expect([refused.status, refused.html.includes('检定证书')]).toEqual([409, true])
  })

  it('shows the receipt to the one that was slower, and begins no second application with its step', async () => {
    const phone = await both()
    await home.post('/apply/contact', { phone: '000 0000 0001' })
    await home.post('/apply/what', { description: '验收报告' })
    await home.post('/apply/how', { form: 'paper', way: 'pickup' })
    const open = shownOn((await phone.get('/apply/what')).html)
    const { location } = await home.post('/apply/check', { key: /name="key" value="([^"]+)"/.exec((await home.get('/apply/check')).html)![1]! })
    expect(location).toMatch(/^\/receipt\//)
    expect((await phone.post('/apply/what', { ...open, description: '别的' })).location).toBe(location)
    const [row] = await world.services.sql<{ count: number }[]>`select count(*)::int as count from application_draft where token_hash = ${Buffer.from(open.draft, 'hex')} and code_hash is null`
    expect(row!.count).toBe(1)
  })
})
