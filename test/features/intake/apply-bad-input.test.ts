import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyPages } from '#features/intake/apply.route.tsx'
import { openTestFiles, type TestFiles } from '#test/support/files.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor, type Visitor } from '../portal/visitor.ts'

const WHO = { authorityId: 'city', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '000000190001010009', forWhom: 'self' }

let database: FreshDatabase
let files: TestFiles
let world: PublicWorld
let browser: Visitor

beforeAll(async () => {
  database = await freshDatabase()
  files = await openTestFiles()
  world = publicWorld(database.url, { pages: [applyPages], files: files.files })
  await twoAuthorities(world.services)
})
afterAll(async () => {
  await world.close()
  await database.drop()
  await files.remove()
})
beforeEach(async () => {
  world.setNow('2026-11-02T13:14:00.000Z')
  browser = visitor(world.app)
  await browser.get('/apply/who')
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

describe('您是谁: each fault names the field and the reason, and what was typed stays', () => {
  it.each([
    ['a wrong check digit', { documentNumber: '000000190001010008' }, 'documentNumber', '最后一位（校验码）对不上'],
    ['a wrong credit code', { applicantKind: 'business', name: '某公司', documentType: 'credit_code', documentNumber: '91350100M000100Y44' }, 'documentNumber', '校验码'],
    ['a credit code for a person', { documentType: 'credit_code', documentNumber: '91350100M000100Y43' }, 'documentType', '公民请选个人证件'],
    ['a name of 300 characters', { name: '甲'.repeat(300) }, 'name', '姓名或者名称最多100个字，现在300个字'],
    ['an emoji', { name: '申请人\u{1F600}' }, 'name', '姓名里有“\u{1F600}”，请照证件写'],
    ['a right-to-left override', { name: '申请\u202E人甲' }, 'name', 'U+202E'],
    ['a right-to-left mark', { name: '申请人甲\u200F' }, 'name', 'U+200F'],
    ['blanks', { name: ' \u3000\u200B' }, 'name', '请填写姓名或者名称'],
    ['another authority', { authorityId: 'elsewhere' }, 'authorityId', '请选择向哪个机关申请'],
    ['a kind that does not exist', { applicantKind: 'constructor' }, 'applicantKind', '请选择申请人类别'],
  ])('%s', async (_, wrong, field, reason) => {
    const answer = await browser.send('/apply/who', { ...WHO, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(`href="#f-${field}"`)
    expect(answer.html).toContain(reason)
    const typed = Object.entries(wrong).find(([name]) => name === 'name' || name === 'documentNumber')
    if (typed) expect((await browser.get('/apply/who')).html).toContain(`value="${escaped(typed[1])}"`)
  })

  it.each(['𠮷野䶮', '𬱖㐂', '买买提·阿不都', "O'Neil", '<b>甲</b>'])('%s is a name', async (name) => {
    expect((await browser.send('/apply/who', { ...WHO, name })).location).toBe('/apply/contact')
    const { html } = await browser.get('/apply/who')
    expect(html).toContain(`value="${escaped(name).replace("'", '&#39;')}"`)
    expect(html).not.toContain('<b>甲')
  })
})

describe('the other steps', () => {
  beforeEach(async () => {
    await browser.send('/apply/who', WHO)
    await browser.send('/apply/contact', { phone: '000 0000 0001' })
  })

  it('10 MB of text: refused at its field with its length, shown again whole, and not kept over what was there', async () => {
    await browser.send('/apply/what', { description: '验收报告' })
    const long = '长'.repeat(3_500_000)
    const answer = await browser.send('/apply/what', { description: long })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('具体描述最多2000个字，现在3500000个字')
    expect(answer.html).toContain(long)
    expect((await browser.get('/apply/what')).html).toContain('>验收报告</textarea>')
  })

  it.each([
    ['/apply/contact', { phone: '电话', email: 'a@', postcode: '12' }, ['phone', 'email', 'postcode']],
    ['/apply/contact', { phone: '', address: '路'.repeat(201) }, ['address']],
    ['/apply/what', { description: '', subject: '名'.repeat(201), documentRef: '号\u0007' }, ['subject', 'documentRef', 'description']],
    ['/apply/what', { description: '验收报告', periodFrom: '2025年1月1日', periodTo: '2024年3月1日' }, ['periodTo']],
    ['/apply/what', { description: '验收报告', periodFrom: '去年', periodTo: '2025-02-30' }, ['periodFrom', 'periodTo']],
  ])('%s %j names %j in the order of the page', async (path, wrong, fields) => {
    const answer = await browser.send(path, wrong)
    expect(answer.status).toBe(422)
    const named = [...answer.html.matchAll(/<a href="#f-(\w+)">/g)].map(([, field]) => field)
    expect(named).toEqual(fields)
    for (const field of fields) expect(answer.html).toContain(`id="f-${field}"`)
  })

  it('says in one sentence which date comes before which', async () => {
    const { html } = await browser.send('/apply/what', { description: '验收报告', periodFrom: '2025年1月1日', periodTo: '2024年3月1日' })
    expect(html).toContain('截止日期2024年3月1日早于开始日期2025年1月1日，请改其中一个')
    expect(html).toContain('value="2024年3月1日"')
  })

  it('shows HTML as text', async () => {
    const evil = '</textarea><script>alert(1)</script>'
    const { html } = await browser.send('/apply/what', { description: evil, periodFrom: evil, subject: evil })
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;')
  })
})
