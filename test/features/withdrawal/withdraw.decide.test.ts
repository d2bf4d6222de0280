import { describe, expect, it } from 'vitest'
import { foldCase } from '#case/evolve.ts'
import { decideRecordWithdrawal, decideWithdraw } from '#features/withdrawal/withdraw.decide.ts'
import { art } from '#law/citation.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { CLERK, correctionAsked, day, HANDLER, issued, joinedBack, recorded, STAGES, withdrawn, type Step } from '#test/support/given-case.ts'

const at = (today: string, steps: readonly Step[]) => {
  const events = recorded(steps)
  return { state: foldCase(events), events, today: day(today), calendar: defaultCalendar() }
}
const today = day('2026-11-20')

describe('撤回', () => {
  it('is open at every stage until the answer has been given', () => {
    for (const stage of ['registered', 'accepted', 'in_progress', 'drafting', 'section_review', 'awaiting_issue'] as const) {
      expect(decideWithdraw(at('2026-11-20', STAGES[stage]), today, null)).toEqual({ ok: true, events: [{ type: 'application_withdrawn', on: '2026-11-20', reason: null }] })
    }
    expect(decideWithdraw(at('2026-11-20', [...STAGES.registered, correctionAsked()]), today, '不需要了')).toMatchObject({ ok: true })
  })

  it('says why not: answered, withdrawn, joined to another', () => {
    expect(decideWithdraw(at('2026-11-20', [...STAGES.awaiting_issue, issued()]), today, null)).toMatchObject({ refusal: { code: 'withdrawal/already-answered', message: '答复已经在2026年11月11日作出，不能再撤回', cite: art('711', 36) } })
    expect(decideWithdraw(at('2026-11-20', [...STAGES.registered, withdrawn()]), today, null)).toMatchObject({ refusal: { code: 'withdrawal/already-withdrawn' } })
    expect(decideWithdraw(at('2026-11-20', [...STAGES.registered, joinedBack()]), today, null)).toMatchObject({ refusal: { code: 'withdrawal/joined', message: expect.stringContaining('2026-0002') } })
  })

  it('is recorded from paper by the window, not for tomorrow, and by no handler', () => {
    const source = at('2026-11-20', STAGES.registered)
    expect(decideRecordWithdrawal(source, CLERK, { on: day('2026-11-19'), reason: null })).toMatchObject({ ok: true, events: [{ on: '2026-11-19' }] })
    expect(decideRecordWithdrawal(source, CLERK, { on: day('2026-11-21'), reason: null })).toMatchObject({ refusal: { code: 'withdrawal/in-future' } })
    expect(decideRecordWithdrawal(source, CLERK, { on: day('2026-11-01'), reason: null })).toMatchObject({ refusal: { code: 'clock/out-of-order' } })
    expect(decideRecordWithdrawal(source, HANDLER, { on: today, reason: null })).toMatchObject({ refusal: { code: 'case/not-permitted' } })
  })
})
