import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import { applyPages } from '#features/intake/apply.route.tsx'
import { draftPapers, sendLatePapers } from '#features/intake/apply-papers.ts'
import { draftName, loadDraft } from '#features/intake/draft-store.ts'
import { keepUploads, uploadsOf } from '#features/uploads/index.ts'
import { uploadsOfExpiredDrafts } from '#features/uploads/uploads.sweep.ts'
import { maskedPersonal, openPersonal, personalOf } from '#store/applicant.ts'
import { loadCaseById } from '#store/case-store.ts'
import { contextFor } from '#store/context.ts'
import { expiredApplicationDrafts } from '#store/expired-rows.ts'
import { runSweep } from '#store/outbox-sweep.ts'
import { openTestFiles, type TestFiles } from '#test/support/files.ts'
import { file, pdf, png, PROGRAM } from '#test/support/papers.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor, type Visitor } from '../portal/visitor.ts'

const ID = '000000190001010009'
const AGENT_ID = '00000019900101000X'
const WHO = { authorityId: 'city', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: ID, forWhom: 'self' }
const AGENT = { forWhom: 'other', agentName: '代理人乙', agentDocumentType: 'resident_id', agentDocumentNumber: AGENT_ID, agentPhone: '000 0000 0009' }

let database: FreshDatabase
let files: TestFiles
let world: PublicWorld
let browser: Visitor
const ctx = () => contextFor(world.services, APPLICANT)
const owner = () => ({ kind: 'draft' as const, id: draftName(browser.cookie('zhixi_draft')!) })
const kept = async () => (await uploadsOf(ctx(), world.services.db, owner())).map(({ field, name }) => `${field} ${name}`)

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

async function fileIt(): Promise<string> {
  await browser.send('/apply/contact', { phone: '000 0000 0001' })
  await browser.send('/apply/what', { description: '验收报告', attachments: file(png(), '路口.png') })
  await browser.send('/apply/how', { form: 'paper', way: 'pickup' })
  const key = /name="key" value="([^"]+)"/.exec((await browser.get('/apply/check')).html)?.[1] ?? ''
  const { location } = await browser.post('/apply/check', { key })
  return location?.split('/').at(-1) ?? ''
}

async function caseOf(number: string) {
  const [row] = await world.services.sql<{ id: string }[]>`select id from case_file where number = ${number}`
  return loadCaseById(world.services.db, row!.id)
}

describe('papers of an application', () => {
  it('are kept though another field is wrong, and shown with it', async () => {
    const answer = await browser.send('/apply/who', { ...WHO, name: '', identityPaper: file(png(), '身份证.png') })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('身份证.png')
    expect(await kept()).toEqual(['identityPaper 身份证.png'])
  })

  it('that cannot be kept are named beside their field, with the other errors in the order of the page; what was typed stays', async () => {
    const answer = await browser.send('/apply/who', { ...WHO, ...AGENT, name: '', agentPhone: '', identityPaper: [file(PROGRAM, '证.pdf'), file(png(), '好.png')], authorisation: file(new Uint8Array(0), '空.pdf') })
    expect(answer.status).toBe(422)
    const links = [...answer.html.matchAll(/<a href="#f-(\w+)">([^<]+)<\/a>/g)].map(([, field, text]) => `${field} ${text}`)
    expect(links).toEqual([
      'name 请填写姓名或者名称', expect.stringMatching(/^identityPaper “证.pdf”的内容不是PDF、JPEG、PNG/), 'agentPhone 请填写代理人电话', expect.stringMatching(/^authorisation “空.pdf”是空文件/),
    ])
    expect(answer.html).toContain('value="代理人乙"')
    expect(await kept()).toEqual(['identityPaper 好.png'])
  })

  it('are removed one by one, and what was typed with the button is kept', async () => {
    await browser.send('/apply/who', { ...WHO, identityPaper: [file(png(), '一.png'), file(pdf(1), '二.pdf')] })
    const [first] = await uploadsOf(ctx(), world.services.db, owner())
    const answer = await browser.send('/apply/who', { ...WHO, name: '', removeUpload: first!.id })
    expect(answer.location).toBe('/apply/who?kept=1')
    expect(await kept()).toEqual(['identityPaper 二.pdf'])
    expect((await browser.get('/apply/who')).html).toContain('id="f-name" name="name"')
  })

  it('of another draft are not removed', async () => {
    await browser.send('/apply/who', { ...WHO, identityPaper: file(png(), '一.png') })
    const [mine] = await uploadsOf(ctx(), world.services.db, owner())
    const other = visitor(world.app)
    await other.get('/apply/who')
    await other.send('/apply/who', { ...WHO, removeUpload: mine!.id })
    expect(await kept()).toEqual(['identityPaper 一.png'])
  })

  it('move to the case, each as an event of it, and leave the draft', async () => {
    await browser.send('/apply/who', { ...WHO, ...AGENT, identityPaper: file(png(), '身份证.png'), authorisation: file(pdf(2), '委托书.pdf'), agentIdentity: file(png(3, 3), '代理人.png') })
    const from = owner()
    const { row, events } = await caseOf(await fileIt())
    expect(events.flatMap(({ event }) => (event.type === 'paper_added' ? [event.purpose] : []))).toEqual(['identity', 'authorisation', 'identity', 'supplement'])
    expect(await uploadsOf(ctx(), world.services.db, from)).toEqual([])
    expect((await uploadsOf(ctx(), world.services.db, { kind: 'case', id: row.id })).map(({ name }) => name)).toEqual(['身份证.png', '委托书.pdf', '代理人.png', '路口.png'])
  })

  it('that arrive while another device is filing follow the others into the case', async () => {
    await browser.send('/apply/who', { ...WHO, identityPaper: file(png(), '身份证.png') })
    const draft = (await loadDraft(ctx(), browser.cookie('zhixi_draft')!))!
    const number = await fileIt()
    await keepUploads(ctx(), { authorityId: 'city', owner: draftPapers(draft), purpose: 'identity', field: 'identityPaper', files: [file(pdf(1), '迟到.pdf')] })
    expect((await sendLatePapers(ctx(), draft)).filed?.number).toBe(number)
    const { row, events } = await caseOf(number)
    expect(events.filter(({ event }) => event.type === 'paper_added')).toHaveLength(3)
    expect((await uploadsOf(ctx(), world.services.db, { kind: 'case', id: row.id })).map(({ name }) => name)).toContain('迟到.pdf')
  })

  it('of an agent stay behind where the applicant files himself after all', async () => {
    await browser.send('/apply/who', { ...WHO, ...AGENT, authorisation: file(pdf(1), '委托书.pdf') })
    await browser.send('/apply/who', { ...WHO, ...AGENT, forWhom: 'self' })
    const { row, events } = await caseOf(await fileIt())
    expect(events.filter(({ event }) => event.type === 'paper_added')).toHaveLength(1)
    expect(openPersonal(world.services.keyring, await personalOf(world.services.db, row.applicationId))?.agent).toBeNull()
  })

  it('go with the draft that is thrown away', async () => {
    await browser.send('/apply/who', { ...WHO, identityPaper: file(png(), '身份证.png') })
    const from = owner()
    await browser.post('/apply/discard', {})
    expect(await uploadsOf(ctx(), world.services.db, from)).toEqual([])
  })

  it('are erased with the draft and its devices thirty days after its last change', async () => {
    await browser.send('/apply/who', { ...WHO, identityPaper: file(png(), '身份证.png') })
    await browser.post('/apply/contact', { phone: '1', action: 'later' })
    const phone = visitor(world.app)
    await phone.get('/apply/resume')
    await phone.post('/apply/resume', { code: /zx-big-code">([^<]+)</.exec((await browser.get('/apply/saved')).html)![1]! })
    const from = owner()
    const name = Buffer.from(from.id, 'hex')
    const left = async () => [
      (await world.services.sql`select 1 from application_draft where token_hash = ${name}`).length,
      (await world.services.sql`select 1 from draft_device where draft_hash = ${name}`).length,
      (await uploadsOf(ctx(), world.services.db, from)).length,
    ]
    const tasks = [expiredApplicationDrafts, uploadsOfExpiredDrafts]
    world.setNow('2026-12-02T13:13:59.000Z')
    await runSweep(world.services, tasks)
    expect(await left()).toEqual([1, 1, 1])
    world.setNow('2026-12-02T13:14:00.000Z')
    await runSweep(world.services, tasks)
    expect(await left()).toEqual([0, 0, 0])
  })

  it('cannot be sent where the runtime takes none: the form asks for none', async () => {
    const without = publicWorld(database.url, { pages: [applyPages] })
    const { html } = await visitor(without.app).get('/apply/who')
    await without.close()
    expect(html).not.toContain('type="file"')
    expect(html).toContain('谁来办这件事')
  })
})

describe('代理', () => {
  it('is sealed with the applicant’s data and shown masked', async () => {
    await browser.send('/apply/who', { ...WHO, ...AGENT })
    const { row } = await caseOf(await fileIt())
    const applicant = await personalOf(world.services.db, row.applicationId)
    expect(openPersonal(world.services.keyring, applicant)?.agent).toEqual({ name: '代理人乙', documentType: 'resident_id', documentNumber: AGENT_ID, phone: '000 0000 0009' })
    expect(maskedPersonal(world.services.keyring, applicant)?.agent).toEqual({ name: '代理人乙', documentType: 'resident_id', documentNumber: '00**************0X', phone: '00*********09' })
    const rows = await world.services.sql<{ text: string }[]>`select applicant::text as text from applicant`
    for (const { text } of rows) expect(text).not.toMatch(new RegExp(`代理人乙|${AGENT_ID}`))
  })

  it('is told before filing what is missing, and files all the same (条例第三十条)', async () => {
    await browser.send('/apply/who', { ...WHO, ...AGENT, authorisation: file(pdf(1), '委托书.pdf') })
    await browser.send('/apply/contact', { phone: '000 0000 0001' })
    await browser.send('/apply/what', { description: '验收报告' })
    await browser.send('/apply/how', { form: 'paper', way: 'pickup' })
    const check = await browser.get('/apply/check')
    expect(check.html).toContain('还没有传：申请人的身份证明、代理人的身份证明')
    expect(check.html).not.toContain(AGENT_ID)
    const { location } = await browser.post('/apply/check', { key: /name="key" value="([^"]+)"/.exec(check.html)![1]! })
    expect(location).toMatch(/^\/receipt\//)
    expect((await browser.get(location!)).html).toContain('代理人乙')
  })

  it.each([
    [{ agentDocumentNumber: ID }, 'agentDocumentNumber', '代理人和申请人的证件号码一样。自己申请的，请选“自己申请”'],
    [{ agentDocumentNumber: '000000199001010001' }, 'agentDocumentNumber', '校验码'],
    [{ agentDocumentNumber: '00000020990101001X' }, 'agentDocumentNumber', '出生日期还没有到'],
    [{ agentName: '' }, 'agentName', '请填写代理人姓名'],
    [{ agentPhone: 'abc' }, 'agentPhone', '电话只写数字'],
  ])('%j is refused at %s', async (wrong, field, message) => {
    const answer = await browser.send('/apply/who', { ...WHO, ...AGENT, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.html).toMatch(new RegExp(`href="#f-${field}"`))
    expect(answer.html).toContain(message)
  })
})
