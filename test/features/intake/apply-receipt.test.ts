import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyPages } from '#features/intake/apply.route.tsx'
import { draftName, loadDraft } from '#features/intake/draft-store.ts'
import { APPLICANT, SYSTEM } from '#case/actor.ts'
import { sha256 } from '#platform/crypto/digest.ts'
import { contextFor } from '#store/context.ts'
import { lettersOfCase, storeLetter } from '#store/letters.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor, type Visitor } from '../portal/visitor.ts'

let database: FreshDatabase
let world: PublicWorld
let browser: Visitor
let address: string

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
  address = await fileOne(browser)
})

async function fileOne(by: Visitor): Promise<string> {
  await by.get('/apply/who')
  await by.post('/apply/who', { authorityId: 'city', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '000000190001010009' })
  await by.post('/apply/contact', { phone: '', email: 'a@example.com' })
  await by.post('/apply/what', { subject: '<b>验收报告</b>', description: '验收报告' })
  await by.post('/apply/how', { form: 'electronic', way: 'email', email: 'a@example.com' })
  const key = /name="key" value="([^"]+)"/.exec((await by.get('/apply/check')).html)?.[1] ?? ''
  return (await by.post('/apply/check', { key })).location ?? ''
}

describe('登记回执', () => {
  it('tells number, query code, receipt day (31条三项) and last day (33条二款) with their reasons', async () => {
    const { html, status } = await browser.get(address)
    expect(status).toBe(200)
    expect(html).toMatch(/[2-9A-HJKMNP-TV-Z]{4} [2-9A-HJKMNP-TV-Z]{4}/)
    for (const text of ['2026年11月2日（周一）', '21时14分', '条例第三十一条第三项', '2026年11月30日（周一）', '条例第三十三条第二款', '11月11日（周三）前', '申请人甲（公民）']) {
      expect(html).toContain(text)
    }
  })

  it('carries no personal data in its QR code and none but a masked e-mail on the page', async () => {
    const { html } = await browser.get(address)
    expect(html).not.toContain('a@example.com')
    expect(html).not.toContain('000000190001010009')
    expect(html).toContain('a***@example.com')
  })

  it('shows what was typed as text', async () => {
    expect((await browser.get(address)).html).toContain('&lt;b&gt;验收报告&lt;/b&gt;')
  })

  it('is for the browser that filed, for half an hour; others are asked for the code', async () => {
    const number = address.split('/').at(-1)
    expect((await visitor(world.app).get(address)).location).toBe(`/status?number=${number}`)
    world.setNow('2026-11-02T13:43:59.000Z')
    expect((await browser.get(address)).status).toBe(200)
    world.setNow('2026-11-02T13:44:00.000Z')
    expect((await browser.get(address)).location).toBe(`/status?number=${number}`)
  })

  it('does not open the receipt of another number', async () => {
    const other = await fileOne(visitor(world.app))
    expect(other).not.toBe(address)
    expect((await browser.get(other)).location).toBe(`/status?number=${other.split('/').at(-1)}`)
  })

  it('leaves nothing of what was typed in the draft', async () => {
    const token = browser.cookie('zhixi_draft') ?? ''
    const draft = await loadDraft(contextFor(world.services, APPLICANT), token)
    expect(draft).toMatchObject({ name: draftName(token), values: {} })
  })

  it('is kept by no cache', async () => {
    expect((await browser.get(address)).headers.get('cache-control')).toBe('no-store')
  })

  it('says that the PDF is being made, and hands it out once it is there', async () => {
    expect((await browser.get(address)).html).toContain('PDF正在生成')
    const waiting = await browser.get(`${address}/receipt.pdf`)
    expect(waiting.headers.get('refresh')).toBe('3')

    const ctx = contextFor(world.services, SYSTEM)
    const [row] = await world.services.sql<{ id: string }[]>`select id from case_file where number = ${address.split('/').at(-1)!}`
    const [letter] = await lettersOfCase(ctx.db, row!.id)
    const bytes = new TextEncoder().encode('%PDF-1.7 receipt')
    await storeLetter(ctx.db, ctx, letter!.id, { bytes, sha256: sha256(bytes), pages: 1 })

    expect((await browser.get(address)).html).not.toContain('PDF正在生成')
    const file = await browser.get(`${address}/receipt.pdf?download=1`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.html).toBe('%PDF-1.7 receipt')
    expect((await visitor(world.app).get(`${address}/receipt.pdf`)).location).toContain('/status?number=')
  })
})
