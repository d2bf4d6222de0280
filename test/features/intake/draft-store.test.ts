import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import { applyPages } from '#features/intake/apply.route.tsx'
import { beginDraft, changeDraft, draftName, eraseDraft, fileDraft, loadDraft } from '#features/intake/draft-store.ts'
import { contextFor, type Ctx } from '#store/context.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { CITY, publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor } from '../portal/visitor.ts'

let tokens = 0
/** Forty-three signs, another one each time. */
const freshToken = () => String((tokens += 1)).padStart(43, 'a')
const ID = '000000190001010009'
const VALUES = { name: '申请人甲', documentNumber: ID }

let database: FreshDatabase
let world: PublicWorld
const ctx = (): Ctx => contextFor(world.services, APPLICANT)

beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { pages: [applyPages] })
  await twoAuthorities(world.services)
})
afterAll(async () => {
  await world.close()
  await database.drop()
})

/** Everything that the table holds, as one text. */
async function atRest(): Promise<string> {
  const rows = await world.services.sql<{ row: string; content: Uint8Array }[]>`select application_draft::text as row, content from application_draft`
  return rows.map(({ row, content }) => row + Buffer.from(content).toString('latin1') + Buffer.from(content).toString('utf8')).join('\n')
}

describe('a draft at rest', () => {
  it('opens with its token and with no other', async () => {
    const token = freshToken()
    await beginDraft(ctx(), token, CITY, VALUES)
    expect(await loadDraft(ctx(), token)).toMatchObject({ values: VALUES, filed: null, name: draftName(token), hasCode: false })
    expect(await loadDraft(ctx(), freshToken())).toBeNull()
  })

  it('holds neither what was typed nor the token', async () => {
    const token = freshToken()
    await beginDraft(ctx(), token, CITY, VALUES)
    const bytes = await atRest()
    for (const secret of [ID, '申请人甲', token, Buffer.from(ID).toString('hex')]) expect(bytes).not.toContain(secret)
  })

  it('does not open under the name of another', async () => {
    const [token, other] = [freshToken(), freshToken()]
    await beginDraft(ctx(), token, CITY, VALUES)
    await beginDraft(ctx(), other, CITY, {})
    await world.services.sql`
      update application_draft set content = (select content from application_draft where token_hash = ${Buffer.from(draftName(token), 'hex')})
      where token_hash = ${Buffer.from(draftName(other), 'hex')}`
    await expect(loadDraft(ctx(), other)).rejects.toThrow()
    await eraseDraft(world.services.db, draftName(other))
  })

  it('is gone thirty days after its last change', async () => {
    world.setNow('2026-11-01T13:14:00.000Z')
    const token = freshToken()
    await beginDraft(ctx(), token, CITY, VALUES)
    world.setNow('2026-11-02T13:14:00.000Z')
    await changeDraft(ctx(), draftName(token), (old) => old)
    world.setNow('2026-12-02T13:13:59.000Z')
    expect(await loadDraft(ctx(), token)).not.toBeNull()
    world.setNow('2026-12-02T13:14:00.000Z')
    expect(await loadDraft(ctx(), token)).toBeNull()
  })

  it('keeps both changes of two devices at once', async () => {
    world.setNow('2026-11-02T13:14:00.000Z')
    const token = freshToken()
    await beginDraft(ctx(), token, CITY, {})
    const add = (field: string) => changeDraft(ctx(), draftName(token), ({ authorityId, values }) => ({ authorityId, values: { ...values, [field]: 'x' } }))
    await Promise.all(['name', 'phone', 'email', 'description'].map(add))
    expect((await loadDraft(ctx(), token))?.values).toEqual({ name: 'x', phone: 'x', email: 'x', description: 'x' })
  })
})

describe('a draft in the browser', () => {
  it('expires for the form too: the person begins anew', async () => {
    world.setNow('2026-11-02T13:14:00.000Z')
    const browser = visitor(world.app)
    await browser.get('/apply/who')
    await browser.post('/apply/who', { authorityId: CITY, applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: ID })
    expect((await browser.get('/apply')).location).toBe('/apply/contact')
    world.setNow('2026-12-03T00:00:00.000Z')
    expect((await browser.get('/apply')).location).toBe('/apply/who')
    expect((await browser.get('/apply/who')).html).not.toContain('申请人甲')
  })

  it('is erased on request', async () => {
    world.setNow('2026-11-02T13:14:00.000Z')
    const browser = visitor(world.app)
    await browser.get('/apply/who')
    await browser.post('/apply/who', { name: '申请人乙' })
    const token = browser.cookie('zhixi_draft') ?? ''
    await browser.post('/apply/discard', {})
    expect(await loadDraft(ctx(), token)).toBeNull()
    expect(browser.cookie('zhixi_draft')).toBeUndefined()
  })

  it('keeps the receipt alone once it has been filed, and that for half an hour', async () => {
    world.setNow('2026-11-02T13:14:00.000Z')
    const token = freshToken()
    await beginDraft(ctx(), token, CITY, VALUES)
    await fileDraft(ctx(), world.services.db, draftName(token), { caseId: 'x', authorityId: CITY, number: '2026-0001', queryCode: 'K7M42Q9T' })
    expect(await loadDraft(ctx(), token)).toMatchObject({ values: {}, filed: { number: '2026-0001' } })
    world.setNow('2026-11-02T13:44:00.000Z')
    expect(await loadDraft(ctx(), token)).toBeNull()
  })
})
