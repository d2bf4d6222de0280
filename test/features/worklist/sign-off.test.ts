import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assign } from '#features/assignment/index.ts'
import { approveDraft, saveDraft, submitDraft } from '#features/reply/index.ts'
import { takeDecision } from '#features/review/index.ts'
import { deskCounts } from '#features/worklist/index.ts'
import { mayDo } from '#case/permission.ts'
import { loadCase } from '#store/case-store.ts'
import { contextFor } from '#store/context.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
let toReview: string
let toIssue: string
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  toReview = await desk.file({ receivedOn: '2026-11-02', stage: 'section_review', decision: 'granted' })
  toIssue = await desk.file({ receivedOn: '2026-11-03', stage: 'awaiting_issue', decision: 'granted', handler: 'chengban2' })
  await desk.file({ receivedOn: '2026-11-04', stage: 'drafting', decision: 'granted' })
})
afterAll(() => desk.close())

const listed = async (username: Parameters<Desk['get']>[0]) => {
  const page = await (await desk.get(username, '/desk/signoff')).text()
  return [...page.matchAll(/data-href="\/desk\/cases\/([\d-]+)\/signoff"/g)].map((match) => match[1])
}

describe('审签', () => {
  it('has for a reviewer what his unit sends, for an issuer what is reviewed', async () => {
    expect(await listed('keshi')).toEqual([toReview])
    expect(await listed('keshi2')).toEqual([])
    expect(await listed('qianfa')).toEqual([toIssue])
    expect(await listed('gongkai')).toEqual([])
  })

  it('counts the same on the rail', async () => {
    expect(await deskCounts(desk.ctx('keshi'))).toEqual({ worklist: 2, signoff: 1, delivery: 0, intake: 0 })
    expect(await deskCounts(desk.ctx('qianfa'))).toEqual({ worklist: 3, signoff: 1, delivery: 0, intake: 0 })
    expect(await deskCounts(desk.ctx('xitong'))).toEqual({ worklist: 0, signoff: 0, delivery: 0, intake: 0 })
  })

  it.each([
    ['drafted', 'chengban2', ['handler', 'section_reviewer', 'issuer']],
    ['reviewed', 'keshi2', ['section_reviewer', 'issuer']],
  ] as const)('leaves out for an issuer what he %s himself, just as the command refuses it', async (_, username, roles) => {
    const both = { ...desk.who(username), roles }
    const ctx = contextFor(desk.services, both)
    expect((await deskCounts(ctx)).signoff).toBe(0)
    const { state } = await loadCase(desk.services.db, both, toIssue)
    expect(mayDo('issue', both, state).ok).toBe(false)
  })

  it('leaves out for an issuer what he decided, though another drafted it', async () => {
    const number = await desk.file({ receivedOn: '2026-11-05', stage: 'in_progress', handler: 'chengban2' })
    await takeDecision(desk.ctx('chengban2'), { number }, { decision: 'granted', reason: '经检索，予以公开。' })
    await assign(desk.ctx('gongkai'), { number }, { handlerId: 'chengban' })
    await saveDraft(desk.ctx('chengban'), { number }, { requestText: '申请公开清单。', facts: '经检索，本机关保存该清单。', decisionText: '公开上述清单。', attachments: '' })
    await submitDraft(desk.ctx('chengban'), { number }, async () => ({ blocks: [] }))
    expect(await approveDraft(desk.ctx('keshi'), { number }, {})).toMatchObject({ ok: true })
    const decided = { ...desk.who('chengban2'), roles: ['issuer'] as const }
    expect((await deskCounts(contextFor(desk.services, decided))).signoff).toBe(0)
    expect(mayDo('issue', decided, (await loadCase(desk.services.db, decided, number)).state)).toMatchObject({ ok: false, refusal: { code: 'review/own-draft' } })
    expect(await listed('qianfa')).toContain(number)
  })
})
