import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import { answerCorrection, recordLapse, requestCorrection } from '#features/correction/index.ts'
import { issueReply } from '#features/reply/index.ts'
import { recordWithdrawal, withdraw } from '#features/withdrawal/index.ts'
import { civilDate } from '#law/civil-date.ts'
import { loadCase } from '#store/case-store.ts'
import { contextFor } from '#store/context.ts'
import { verifyChains } from '#store/verify.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

const day = civilDate
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-11-16')
})
afterAll(() => desk.close())

const applicant = () => contextFor(desk.services, APPLICANT)
const load = (number: string) => loadCase(desk.services.db, desk.who('gongkai'), number)
const codeOf = (outcome: PromiseSettledResult<{ ok: boolean; refusal?: { code: string } }>) =>
  outcome.status === 'rejected' ? 'thrown' : outcome.value.ok ? 'done' : outcome.value.refusal!.code

describe('an applicant and the office at the same moment', () => {
  test('he withdraws while the reply is issued: one of them is done, the other is told why not, and no number is wasted', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const number = await desk.file({ receivedOn: '2026-11-02', stage: 'awaiting_issue', handler: 'chengban' })
      const { row } = await load(number)
      const issue = () => issueReply(desk.ctx('qianfa'), { number })
      const take = () => withdraw(applicant(), row.id, { reason: undefined })
      const [one, other] = await Promise.allSettled(turn % 2 ? [issue(), take()] : [take(), issue()])
      const [issued, taken] = turn % 2 ? [codeOf(one), codeOf(other)] : [codeOf(other), codeOf(one)]
      const { state } = await load(number)
      const letters = await desk.services.sql`select 1 from letter where case_id = ${row.id} and document_number is not null`
      if (issued === 'done') expect([state.status, taken, letters.length]).toEqual(['issued', 'withdrawal/already-answered', 1])
      else expect([state.status, issued, taken, letters.length]).toEqual(['withdrawn', 'case/wrong-status', 'done', 0])
    }
    const [series] = await desk.services.sql<{ last: number; letters: number }[]>`
      select (select last from number_series where authority_id = 'shiju' and series = 'reply' and year = 2026) as last, count(*)::int as letters from letter where document_number is not null`
    expect(series!.last ?? 0).toBe(series!.letters)
    expect((await verifyChains(desk.services.sql)).broken).toEqual([])
  })

  test('he withdraws while the window puts his letter of withdrawal on record: it is recorded once', async () => {
    const number = await desk.file({ receivedOn: '2026-11-12' })
    const { row } = await load(number)
    await Promise.all([withdraw(applicant(), row.id, { reason: undefined }), recordWithdrawal(desk.ctx('chuangkou'), { number }, { on: day('2026-11-16'), reason: undefined })])
    const { events, state } = await load(number)
    expect(events.filter(({ event }) => event.type === 'application_withdrawn')).toHaveLength(1)
    expect(state.status).toBe('withdrawn')
  })

  test('he answers late while the lapse is recorded: never is a lapse recorded over an answer that waits', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      desk.clock.set('2026-11-16')
      const number = await desk.file({ receivedOn: '2026-11-12' })
      const { row } = await load(number)
      expect(await requestCorrection(desk.ctx('gongkai'), { number }, { items: ['写明年份'], guidance: '写明年份就可以查找', respondBy: day('2026-11-20') })).toMatchObject({ ok: true })
      desk.clock.set('2026-11-23')
      const answer = () => answerCorrection(applicant(), row.id, { text: '2022年', lateReason: '住院' }, null)
      const lapse = () => recordLapse(desk.ctx('gongkai'), { number })
      await Promise.all(turn % 2 ? [answer(), lapse()] : [lapse(), answer()])
      const types = (await load(number)).events.map(({ event }) => event.type)
      const [offeredAt, lapsedAt] = [types.indexOf('late_correction_offered'), types.indexOf('application_lapsed')]
      expect(offeredAt).toBeGreaterThan(0)
      if (lapsedAt > 0) expect(lapsedAt).toBeLessThan(offeredAt)
    }
  })
})
