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

/** Lets so many verbs wait in the gate at one moment, where the case must be free and the database must answer. */
async function together<T>(many: number, verb: (gate: DraftGate) => Promise<T>, number: string): Promise<T[]> {
  let waiting = 0
  let free = () => {}
  const all = new Promise<void>((resolve) => (free = resolve))
  const gate: DraftGate = async () => {
    waiting += 1
    if (waiting === many) {
      await desk.services.sql`select 1 from case_file where number = ${number} for update nowait`
      free()
    }
    await all
    return { blocks: [] }
  }
  return Promise.all(Array.from({ length: many }, () => verb(gate)))
}

describe('存稿', () => {
  test('every revision stays; the newest is in force', async () => {
    const number = await file({ stage: 'drafting' })
    expect(await saveDraft(desk.ctx('chengban'), { number }, parts)).toMatchObject({ ok: true, revision: 2 })
    const { row, state } = await load(number)
    expect(state.draft).toEqual({ revision: 2, letterCode: 'granted', outdated: false })
    expect((await readDrafts(desk.services.db, row.id)).map(({ revision }) => revision)).toEqual([1, 2])
    expect(await readDraft(desk.services.db, row.id)).toMatchObject({ revision: 2, parts, savedBy: 'chengban' })
  })

  test('after another decision the numbers of the revisions go on, so that none is written over', async () => {
    const number = await file({ stage: 'drafting' })
    expect(await takeDecision(desk.ctx('chengban'), { number }, { decision: 'not_held', reason: '经检索没有上述信息。' })).toMatchObject({ ok: true })
    expect((await load(number)).state.draft).toBeNull()
    expect(await saveDraft(desk.ctx('chengban'), { number }, parts)).toMatchObject({ ok: true, revision: 2 })
    expect((await load(number)).state.draft).toEqual({ revision: 2, letterCode: 'not-held', outdated: false })
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

  test('is refused where nobody of the unit could review it, before it waits for nobody', async () => {
    const number = await file({ stage: 'drafting', handler: 'chengban2' })
    await desk.services.sql`update staff set active = false where user_id = 'keshi2'`
    const outcome = await submitDraft(desk.ctx('chengban2'), { number }, open)
    await desk.services.sql`update staff set active = true where user_id = 'keshi2'`
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'reply/no-reviewer' } })
    expect((await load(number)).state.status).toBe('drafting')
    expect(await submitDraft(desk.ctx('chengban2'), { number }, open)).toMatchObject({ ok: true })
  })

  test('the only reviewer of the unit who took the decision himself cannot send it to himself', async () => {
    const number = await file({ stage: 'in_progress', handler: 'chengban2' })
    expect(await assign(desk.ctx('gongkai'), { number }, { handlerId: 'keshi2' })).toMatchObject({ ok: true })
    await takeDecision(desk.ctx('keshi2'), { number }, { decision: 'granted', reason: '经检索，予以公开。' })
    await assign(desk.ctx('gongkai'), { number }, { handlerId: 'chengban2' })
    await saveDraft(desk.ctx('chengban2'), { number }, parts)
    expect(await submitDraft(desk.ctx('chengban2'), { number }, open)).toMatchObject({ ok: false, refusal: { code: 'reply/no-reviewer' } })
  })

  test.each(['section_review', 'awaiting_issue'] as const)('a case whose signer is away is handed on in %s, and sent again by who got it', async (stage) => {
    const number = await file({ stage })
    expect(await assign(desk.ctx('gongkai'), { number }, { handlerId: 'chengban2' })).toMatchObject({ ok: true })
    expect((await load(number)).state).toMatchObject({ status: 'drafting', draft: { revision: 1 }, approvedBy: null, unitId: 'shiju-jiaoguan' })
    expect(await submitDraft(desk.ctx('chengban2'), { number }, open)).toMatchObject({ ok: false, refusal: { code: 'reply/not-drafter' } })
    await saveDraft(desk.ctx('chengban2'), { number }, parts)
    expect(await submitDraft(desk.ctx('chengban2'), { number }, open)).toMatchObject({ ok: true })
    expect(await approveDraft(desk.ctx('keshi2'), { number }, {})).toMatchObject({ ok: true })
  })

  test('many wait for the letter threads without a lock and without a connection', async () => {
    const number = await file({ stage: 'drafting' })
    const sent = await together(12, (gate) => submitDraft(desk.ctx('chengban'), { number }, gate), number)
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    const issuable = await file({ stage: 'awaiting_issue' })
    const issued = await together(12, (gate) => issueReply(desk.ctx('qianfa'), { number: issuable }, gate), issuable)
    expect(issued.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('what changed while the gate looked is not sent: the gate has not seen it', async () => {
    const number = await file({ stage: 'drafting' })
    const later: DraftGate = async () => {
      await saveDraft(desk.ctx('chengban'), { number }, { ...parts, facts: '后改的。' })
      return { blocks: [] }
    }
    await expect(submitDraft(desk.ctx('chengban'), { number }, later)).rejects.toMatchObject({ options: { code: 'case/stale-version' } })
    const redecided: DraftGate = async () => {
      await takeDecision(desk.ctx('chengban'), { number }, { decision: 'not_held', reason: '经检索没有上述信息。' })
      await saveDraft(desk.ctx('chengban'), { number }, parts)
      return { blocks: [] }
    }
    await expect(submitDraft(desk.ctx('chengban'), { number }, redecided)).rejects.toMatchObject({ options: { code: 'case/stale-version' } })
    const returned = await file({ stage: 'awaiting_issue' })
    const sentBack: DraftGate = async () => {
      await returnDraft(desk.ctx('qianfa'), { number: returned }, { reason: '请补写检索经过' })
      return { blocks: [] }
    }
    expect(await issueReply(desk.ctx('qianfa'), { number: returned }, sentBack)).toMatchObject({ ok: false, refusal: { code: 'case/wrong-status' } })
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
    await desk.services.sql`update staff set roles = array_append(roles, 'section_reviewer'), unit_id = 'shiju-jiaoguan' where user_id = 'jiandu'`
    expect(await submitDraft(desk.ctx('keshi2'), { number }, open)).toMatchObject({ ok: true })
    const all: readonly Role[] = ['handler', 'section_reviewer', 'issuer', 'disclosure_officer']
    for (const username of ['keshi2', 'chengban2'] as const) {
      expect(await approveDraft(as(username, all), { number }, {}), username).toMatchObject({ ok: false, refusal: { code: 'review/own-draft' } })
      expect(await issueReply(as(username, all), { number }), username).toMatchObject({ ok: false })
    }
  })
})
