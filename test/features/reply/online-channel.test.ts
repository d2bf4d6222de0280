import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftProps, replyMaterial } from '#features/reply/reply-material.ts'
import { loadCase } from '#store/case-store.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
afterAll(() => desk.close())

const PARTS = { requestText: '申请公开清单。', facts: '经检索，本机关保存该清单。', decisionText: '公开上述清单（见附件）。', attachments: '清单' }

async function clauseOf(number: string): Promise<string> {
  const ctx = desk.ctx('chengban')
  const material = await replyMaterial(ctx.db, ctx, await loadCase(ctx.db, ctx.actor, number))
  if (!material.ok) throw new Error(material.refusal.code)
  return String(draftProps(material, PARTS)['remedyClause'])
}

test('every reply names the online channel of reconsideration where there is one: each can be had from the status page (行政复议法22条二款)', async () => {
  const number = await desk.file({ receivedOn: '2026-11-02', stage: 'drafting', decision: 'granted' })
  await desk.services.sql`update application set delivery = 'post', form = 'paper'`
  await desk.services.sql`update authority set online_reconsideration = 'https://fuyi.example.cn'`
  expect(await clauseOf(number)).toContain('通过互联网申请行政复议的，可以登录https://fuyi.example.cn提交。')
  await desk.services.sql`update authority set online_reconsideration = null`
  expect(await clauseOf(number)).not.toContain('互联网')
})
