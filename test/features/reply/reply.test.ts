import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveDraft, issueReply, readDraft, readDrafts, returnDraft, saveDraft, submitDraft } from '#features/reply/index.ts'
import type { DraftGate } from '#features/reply/reply-material.ts'
import { assign } from '#features/assignment/index.ts'
import { takeDecision } from '#features/review/index.ts'
import type { Role } from '#case/roles.ts'
import { loadCase } from '#store/case-store.ts'
import { lettersOfCase } from '#store/letters.ts'
import type { StaffCtx } from '#store/context.ts'
import { openDesk, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
afterAll(() => desk.close())

const parts = { requestText: '申请公开清单。', facts: '经检索，本机关保存该清单。', decisionText: '公开上述清单（见附件）。', attachments: '清单' }
const open: DraftGate = async () => ({ blocks: [] })
const file = (stage: Parameters<Desk['file']>[0] & object) => desk.file({ receivedOn: '2026-11-02', decision: 'granted', ...stage })
const load = (number: string) => loadCase(desk.services.db, desk.who('gongkai'), number)
const as = (username: Username, roles: readonly Role[]): StaffCtx => ({ ...desk.ctx(username), actor: { ...desk.who(username), roles } })
const lastNumber = async () => (await desk.services.sql<{ last: number }[]>`select last from number_series where authority_id = 'shiju' and series = 'reply'`)[0]?.last ?? 0

describe('存稿', () => {
  test('every revision stays; the newest is in force', async () => {
    const number = await file({ stage: 'drafting' })
    expect(await saveDraft(desk.ctx('chengban'), { number }, parts)).toMatchObject({ ok: true, revision: 2 })
    const { row, state } = await load(number)
    expect(state.draft).toEqual({ revision: 2, letterCode: 'granted' })
    expect((await readDrafts(desk.services.db, row.id)).map(({ revision }) => revision)).toEqual([1, 2])
    expect(await readDraft(desk.services.db, row.id)).toMatchObject({ revision: 2, parts, savedBy: 'chengban' })
  })

  test('after another decision the numbers of the revisions go on, so that none is written over', async () => {
    const number = await file({ stage: 'drafting' })
    expect(await takeDecision(desk.ctx('chengban'), { number }, { decision: 'not_held', reason: '经检索没有上述信息。' })).toMatchObject({ ok: true })
    expect((await load(number)).state.draft).toBeNull()
    expect(await saveDraft(desk.ctx('chengban'), { number }, parts)).toMatchObject({ ok: true, revision: 2 })
    expect((await load(number)).state.draft).toEqual({ revision: 2, letterCode: 'not-held' })
  })

  test('of two people who saved what they saw, the second is told; his text does not silently win', async () => {
    const number = await file({ stage: 'drafting' })
    const { version } = (await load(number)).row
    await saveDraft(desk.ctx('chengban'), { number, version }, { ...parts, facts: '先存的。' })
    await expect(saveDraft(desk.ctx('chengban'), { number, version }, { ...parts, facts: '后存的。' })).rejects.toMatchObject({ options: { code: 'case/stale-version' } })
    expect((await readDraft(desk.services.db, (await load(number)).row.id))!.parts.facts).toBe('先存的。')
  })

  test('two savings at one moment give two revisions or one conflict, never one number twice', async () => {
    const number = await file({ stage: 'drafting' })
    const both = await Promise.all([1, 2, 3, 4].map((one) => saveDraft(desk.ctx('chengban'), { number }, { ...parts, facts: `第${one}份` })))
    expect(both.map((outcome) => outcome.ok && outcome.revision).toSorted()).toEqual([2, 3, 4, 5])
  })

  test('a case of another authority reads as missing', async () => {
    const number = await file({ stage: 'drafting', authorityId: 'shiju' })
    await expect(saveDraft(as('binhe', ['handler']), { number }, parts)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('送科室审核', () => {
  test('an open item refuses and is named; nothing moves', async () => {
    const number = await file({ stage: 'drafting' })
    const gate: DraftGate = async () => ({ blocks: [{ kind: 'part', field: 'facts', message: '没有写事实和理由', article: '36条' }] })
    expect(await submitDraft(desk.ctx('chengban'), { number }, gate)).toMatchObject({ ok: false, refusal: { code: 'reply/incomplete', message: '还有1项须改：没有写事实和理由' } })
    expect((await load(number)).state.status).toBe('drafting')
  })

  test('returned drafts go round again', async () => {
    const number = await file({ stage: 'section_review' })
    expect(await returnDraft(desk.ctx('keshi'), { number }, { reason: '请补写检索经过' })).toMatchObject({ ok: true })
    expect(await saveDraft(desk.ctx('chengban'), { number }, parts)).toMatchObject({ ok: true })
    expect(await submitDraft(desk.ctx('chengban'), { number }, open)).toMatchObject({ ok: true })
    expect(await approveDraft(desk.ctx('keshi'), { number }, {})).toMatchObject({ ok: true })
    expect((await load(number)).state).toMatchObject({ status: 'awaiting_issue', approvedBy: 'keshi' })
  })
})

describe('签发', () => {
  test('gives the next number, orders one letter with the words of the approved draft, and records it', async () => {
    const number = await file({ stage: 'awaiting_issue' })
    const before = await lastNumber()
    const outcome = await issueReply(desk.ctx('qianfa'), { number })
    const documentNumber = `示例公信公开〔2026〕${before + 1}号`
    expect(outcome).toMatchObject({ ok: true, documentNumber })
    const { row, state } = await load(number)
    expect(state).toMatchObject({ status: 'issued', reply: { documentNumber, letterCode: 'granted', stored: false } })
    const letters = (await lettersOfCase(desk.services.db, row.id)).filter(({ code }) => code !== 'registration-receipt')
    expect(letters).toMatchObject([{ id: outcome.ok && outcome.letterId, documentNumber, status: 'queued', title: '政府信息公开告知书', issuedOn: '2026-11-20' }])
    const [{ props }] = await desk.services.sql<[{ props: Record<string, unknown> }]>`select props from letter where id = ${letters[0]!.id}`
    expect(props).toMatchObject({ attachments: [expect.stringMatching(/^第\d+件申请$/)], documentNumber, issuedOn: '2026-11-20', groundSentence: '根据《中华人民共和国政府信息公开条例》第三十六条第二项的规定，决定：' })
  })

  test('two issuers at once: one number, one letter, one refusal', async () => {
    const number = await file({ stage: 'awaiting_issue' })
    const before = await lastNumber()
    const both = await Promise.all([issueReply(desk.ctx('qianfa'), { number }), issueReply(as('jiandu', ['issuer']), { number })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
    expect(await lastNumber()).toBe(before + 1)
    const { row, events } = await load(number)
    expect(events.filter(({ event }) => event.type === 'reply_issued')).toHaveLength(1)
    expect((await lettersOfCase(desk.services.db, row.id)).filter(({ code }) => code === 'granted')).toHaveLength(1)
  })

  test('many cases issued at one moment get numbers without gap or twin', async () => {
    const numbers = []
    for (let made = 0; made < 5; made += 1) numbers.push(await file({ stage: 'awaiting_issue' }))
    const before = await lastNumber()
    const issued = await Promise.all(numbers.map((number) => issueReply(desk.ctx('qianfa'), { number })))
    const ordinals = issued.map((outcome) => (outcome.ok ? Number(/(\d+)号$/.exec(outcome.documentNumber)![1]) : 0)).toSorted((a, b) => a - b)
    expect(ordinals).toEqual([1, 2, 3, 4, 5].map((step) => before + step))
  })

  test('a refusal takes no number, and neither does a failure after the number was taken', async () => {
    const number = await file({ stage: 'awaiting_issue' })
    const before = await lastNumber()
    const blocked: DraftGate = async () => ({ blocks: [{ kind: 'glyph', field: null, message: '缺字', article: null }] })
    expect(await issueReply(desk.ctx('qianfa'), { number }, blocked)).toMatchObject({ ok: false, refusal: { code: 'reply/incomplete' } })
    expect(await issueReply(as('keshi', ['section_reviewer', 'issuer']), { number })).toMatchObject({ ok: false, refusal: { code: 'review/same-person' } })
    await desk.services.sql`alter table outbox add constraint broken check (job <> 'render-letter') not valid`
    await expect(issueReply(desk.ctx('qianfa'), { number })).rejects.toThrow()
    await desk.services.sql`alter table outbox drop constraint broken`
    expect(await lastNumber()).toBe(before)
    expect((await load(number)).state.status).toBe('awaiting_issue')
    expect(await issueReply(desk.ctx('qianfa'), { number })).toMatchObject({ ok: true, documentNumber: `示例公信公开〔2026〕${before + 1}号` })
  })

  test('nobody reviews or issues what he drafted, though another has drafted after him', async () => {
    const number = await file({ stage: 'drafting', handler: 'chengban2' })
    expect(await assign(desk.ctx('gongkai'), { number }, { handlerId: 'keshi2' })).toMatchObject({ ok: true })
    expect(await submitDraft(desk.ctx('keshi2'), { number }, open)).toMatchObject({ ok: false, refusal: { code: 'reply/not-drafter' } })
    await saveDraft(desk.ctx('keshi2'), { number }, parts)
    expect(await submitDraft(desk.ctx('keshi2'), { number }, open)).toMatchObject({ ok: true })
    const all: readonly Role[] = ['handler', 'section_reviewer', 'issuer', 'disclosure_officer']
    for (const username of ['keshi2', 'chengban2'] as const) {
      expect(await approveDraft(as(username, all), { number }, {}), username).toMatchObject({ ok: false, refusal: { code: 'review/own-draft' } })
      expect(await issueReply(as(username, all), { number }), username).toMatchObject({ ok: false })
    }
  })
})
