import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '#case/events.ts'
import { foldCase } from '#case/evolve.ts'
import { decideAnswerCorrection, mayAnswerCorrection } from '#features/correction/answer-correction.decide.ts'
import { decideRecordLapse, decideRefuseCorrection } from '#features/correction/late-correction.decide.ts'
import { decideReceiveCorrection } from '#features/correction/receive-correction.decide.ts'
import { decideRequestCorrection } from '#features/correction/request-correction.decide.ts'
import { RequestCorrection } from '#features/correction/request-correction.schema.ts'
import { decideDecision } from '#features/review/decide.decide.ts'
import { art } from '#law/citation.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { parse } from '#platform/validation/parse.ts'
import { accepted, assigned, CLERK, correctionAsked, day, draftSaved, feeNoticed, HANDLER, OFFICER, received, receipted, recorded, STAGES, tookDecision, type Step } from '#test/support/given-case.ts'

const calendar = defaultCalendar()
const at = (today: string, ...steps: Step[]) => {
  const events = recorded(steps)
  return { state: foldCase(events), events, today: day(today), calendar }
}
const by = (event: CaseEvent, who: Step['by'] = 'applicant'): Step => ({ event, by: who })
const came = (on: string, goodCause: string | null = null) => by({ type: 'correction_received', on: day(on), supplementId: 's', digest: 'd', goodCause })
const offered = (on: string) => by({ type: 'late_correction_offered', on: day(on), supplementId: 's', digest: 'd' })
const lapsed = (on: string, what: 'correction' | 'fee' = 'correction') => by({ type: 'application_lapsed', on: day(on), what }, OFFICER)
const answer = { supplementId: 's', digest: 'd', reasoned: false }
/** Received 11-02; asked on 11-04 to answer by 11-20. */
const asked = [received(), receipted(), correctionAsked()]

describe('告知补正 (30条)', () => {
  it('may be asked while the application is looked at, handled or drafted, and by the disclosure office alone', () => {
    for (const steps of [STAGES.registered, STAGES.accepted, STAGES.in_progress, STAGES.drafting]) {
      expect(decideRequestCorrection(at('2026-11-09', ...steps), OFFICER, day('2026-11-30'))).toEqual({ ok: true, missedOn: null })
    }
    expect(decideRequestCorrection(at('2026-11-11', ...STAGES.section_review), OFFICER, day('2026-11-30'))).toMatchObject({ refusal: { code: 'case/wrong-status' } })
    expect(decideRequestCorrection(at('2026-11-09', ...STAGES.registered), HANDLER, day('2026-11-30'))).toMatchObject({ refusal: { code: 'case/not-permitted' } })
  })

  it.each([
    ['while it is awaited', asked],
    ['after it came', [...asked, came('2026-11-10')]],
    ['in a later stage', [...asked, came('2026-11-10'), accepted('2026-11-11'), assigned(HANDLER, '2026-11-12')]],
  ] as const)('一次性告知: a second notice is refused %s', (_, steps) => {
    expect(decideRequestCorrection(at('2026-11-16', ...steps), OFFICER, day('2026-12-01'))).toMatchObject({ refusal: { code: 'correction/already-requested', cite: art('711', 30) } })
  })

  it('is on time on the seventh working day, and late, not refused, on the eighth', () => {
    expect(decideRequestCorrection(at('2026-11-11', ...STAGES.registered), OFFICER, day('2026-11-30'))).toEqual({ ok: true, missedOn: null })
    expect(decideRequestCorrection(at('2026-11-12', ...STAGES.registered), OFFICER, day('2026-11-30'))).toEqual({ ok: true, missedOn: '2026-11-11' })
  })

  it('does not bring back a limit that has already been missed', () => {
    const until = decideRequestCorrection(at('2026-11-30', ...STAGES.registered), OFFICER, day('2026-12-20'))
    expect(until).toMatchObject({ ok: true, missedOn: '2026-11-11' })
    expect(decideRequestCorrection(at('2026-12-01', ...STAGES.registered), OFFICER, day('2026-12-20'))).toMatchObject({ refusal: { code: 'correction/after-deadline', cite: art('711', 30) } })
  })

  it('asks for a day after today, and not one years away', () => {
    const on = (respondBy: string) => decideRequestCorrection(at('2026-11-09', ...STAGES.registered), OFFICER, day(respondBy))
    expect(on('2026-11-09')).toMatchObject({ refusal: { code: 'correction/no-time-to-respond' } })
    expect(on('2026-11-10').ok).toBe(true)
    expect(on('2027-05-09').ok).toBe(true)
    expect(on('2027-05-10')).toMatchObject({ refusal: { code: 'correction/too-long' } })
  })

  it('waits for the fee first (109号6条)', () => {
    expect(decideRequestCorrection(at('2026-11-09', ...STAGES.in_progress, feeNoticed()), OFFICER, day('2026-11-30'))).toMatchObject({ refusal: { code: 'case/wrong-status' } })
  })

  it('takes what is unclear one a line, without the figures that people put in front', () => {
    const read = (items: unknown) => parse(RequestCorrection, { items, guidance: '写明小区名称，就可以查找', respondBy: '2026年11月30日' })
    expect(read('1. 写明小区名称\n\n（2）写明年份\n3、写明文书种类')).toMatchObject({ ok: true, value: { items: ['写明小区名称', '写明年份', '写明文书种类'], respondBy: '2026-11-30' } })
    expect(read(['写明小区名称', '写明\n年份'])).toMatchObject({ ok: true, value: { items: ['写明小区名称', '写明 年份'] } })
    expect(read(' \n ')).toMatchObject({ ok: false, errors: [{ field: 'items', message: '请填写需要补正的事项' }] })
    expect(read(Array.from({ length: 11 }, () => '写明年份'))).toMatchObject({ ok: false, errors: [{ field: 'items', message: '需要补正的事项最多10项，现在11项' }] })
    expect(read('写'.repeat(201))).toMatchObject({ ok: false, errors: [{ message: '第1项最多200个字' }] })
  })
})

describe('登记补正 (30条)', () => {
  const take = (today: string, steps: readonly Step[], on: string, goodCause: string | null = null, actor = CLERK) =>
    decideReceiveCorrection(at(today, ...steps), actor, { on: day(on), supplementId: 's', digest: 'd', goodCause })

  it('on the last day is in time and needs no cause; a cause that was typed anyway is not recorded', () => {
    expect(take('2026-11-23', asked, '2026-11-20', '写了也没用')).toEqual({ ok: true, events: [{ type: 'correction_received', on: '2026-11-20', supplementId: 's', digest: 'd', goodCause: null }] })
  })

  it('a day later needs a good cause', () => {
    expect(take('2026-11-23', asked, '2026-11-21')).toMatchObject({ refusal: { code: 'correction/needs-cause', cite: art('711', 30) } })
    expect(take('2026-11-23', asked, '2026-11-21', '邮路中断')).toMatchObject({ ok: true, events: [{ goodCause: '邮路中断' }] })
  })

  it('neither before the notice nor in the future, and not a second time', () => {
    expect(take('2026-11-10', asked, '2026-11-03')).toMatchObject({ refusal: { code: 'correction/before-notice' } })
    expect(take('2026-11-10', asked, '2026-11-11')).toMatchObject({ refusal: { code: 'correction/in-future' } })
    expect(take('2026-11-12', [...asked, came('2026-11-10')], '2026-11-11')).toMatchObject({ refusal: { code: 'correction/already-received' } })
    expect(take('2026-11-12', STAGES.registered, '2026-11-11')).toMatchObject({ refusal: { code: 'correction/not-requested' } })
  })

  it('with a good cause revives a case that was already put down as lapsed, and undoes the decision that rested on it', () => {
    const decidedLapsed = [...asked, lapsed('2026-11-23'), assigned(HANDLER, '2026-11-24'), tookDecision('lapsed_correction', '2026-11-25'), draftSaved(HANDLER, 1, '2026-11-25')]
    const taken = take('2026-11-26', decidedLapsed, '2026-11-26', '住院')
    expect(taken).toMatchObject({ ok: true })
    const state = foldCase(recorded([...decidedLapsed, came('2026-11-26', '住院')]))
    expect(state).toMatchObject({ status: 'in_progress', decision: null, draft: null, lapsed: null })
  })
})

describe('the applicant answers (30条)', () => {
  it('in time up to the end of the last day: the clock begins anew at once', () => {
    expect(decideAnswerCorrection(at('2026-11-20', ...asked), answer)).toEqual({ ok: true, events: [{ type: 'correction_received', on: '2026-11-20', supplementId: 's', digest: 'd', goodCause: null }] })
  })

  it('late only with a reason, and then the office has to judge it first', () => {
    const late = at('2026-11-21', ...asked)
    expect(decideAnswerCorrection(late, answer)).toMatchObject({ refusal: { code: 'correction/needs-cause' } })
    expect(decideAnswerCorrection(late, { ...answer, reasoned: true })).toEqual({ ok: true, events: [{ type: 'late_correction_offered', on: '2026-11-21', supplementId: 's', digest: 'd' }] })
  })

  it.each([
    ['nothing was asked', '2026-11-10', STAGES.registered, 'correction/not-requested'],
    ['it came already', '2026-11-12', [...asked, came('2026-11-10')], 'correction/already-received'],
    ['a late one is being looked at', '2026-11-24', [...asked, offered('2026-11-23')], 'correction/late-offered'],
    ['the case is withdrawn', '2026-11-12', [...asked, by({ type: 'application_withdrawn', on: day('2026-11-11'), reason: null })], 'correction/withdrawn'],
  ] as const)('not where %s', (_, today, steps, code) => {
    expect(mayAnswerCorrection(at(today, ...steps).state, day(today))).toMatchObject({ refusal: { code } })
  })
})

describe('不认可逾期补正, 登记逾期 (30条、109号6条)', () => {
  it('there must be a late correction to refuse, once', () => {
    const reason = '忘记不是正当理由'
    expect(decideRefuseCorrection(at('2026-11-24', ...asked).state, OFFICER, reason, day('2026-11-24'))).toMatchObject({ refusal: { code: 'correction/no-late-correction' } })
    const waiting = [...asked, offered('2026-11-23')]
    const refused = decideRefuseCorrection(at('2026-11-24', ...waiting).state, OFFICER, reason, day('2026-11-24'))
    expect(refused).toEqual({ ok: true, events: [{ type: 'late_correction_refused', on: '2026-11-24', supplementId: 's', reason }] })
    const after = [...waiting, by({ type: 'late_correction_refused', on: day('2026-11-24'), supplementId: 's', reason }, OFFICER)]
    expect(decideRefuseCorrection(at('2026-11-24', ...after).state, OFFICER, reason, day('2026-11-24'))).toMatchObject({ refusal: { code: 'correction/no-late-correction' } })
  })

  it('is recorded only when the last day has passed, and not over a late correction that waits to be judged', () => {
    expect(decideRecordLapse(at('2026-11-20', ...asked), OFFICER)).toMatchObject({ refusal: { code: 'correction/not-lapsed', cite: art('711', 30) } })
    expect(decideRecordLapse(at('2026-11-21', ...asked), OFFICER)).toEqual({ ok: true, events: [{ type: 'application_lapsed', on: '2026-11-21', what: 'correction' }] })
    expect(decideRecordLapse(at('2026-11-24', ...asked, offered('2026-11-23')), OFFICER)).toMatchObject({ refusal: { code: 'correction/late-waiting' } })
    expect(decideRecordLapse(at('2026-11-24', ...STAGES.registered), OFFICER)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
  })

  it('for a fee runs from the day on which the notice was received', () => {
    const noticed = [...STAGES.in_progress, feeNoticed()]
    expect(decideRecordLapse(at('2027-02-01', ...noticed), OFFICER)).toMatchObject({ refusal: { code: 'fee/not-lapsed', cite: art('109', 6) } })
    const got = [...noticed, by({ type: 'fee_notice_received', on: day('2026-11-06'), evidence: 'e' }, OFFICER)]
    expect(decideRecordLapse(at('2026-12-04', ...got), OFFICER)).toMatchObject({ ok: false })
    expect(decideRecordLapse(at('2026-12-05', ...got), OFFICER)).toMatchObject({ ok: true, events: [{ what: 'fee' }] })
  })

  it('opens 逾期不补正 as a decision, and no other; before it that decision is shut', () => {
    const decide = (steps: readonly Step[], decision: string) => decideDecision(at('2026-11-25', ...steps).state, HANDLER, { decision, reason: '到期没有补正', groundText: undefined, refusedPart: undefined }, day('2026-11-25'))
    const inHand = [received(), receipted(), accepted(), assigned(), correctionAsked('2026-11-05', '2026-11-20')]
    expect(decide([...inHand, came('2026-11-10')], 'lapsed_correction')).toMatchObject({ refusal: { code: 'review/not-lapsed' } })
    expect(decide([...inHand, came('2026-11-10')], 'still_unclear')).toMatchObject({ ok: true })
    expect(decide([...inHand, lapsed('2026-11-23')], 'lapsed_correction')).toMatchObject({ ok: true })
    expect(decide([...inHand, lapsed('2026-11-23')], 'granted')).toMatchObject({ refusal: { code: 'review/lapsed', cite: art('711', 30) } })
  })

  it('sends a case that was only registered on to 分办: what has lapsed is answered, not accepted', () => {
    expect(at('2026-11-23', ...asked, lapsed('2026-11-23')).state).toMatchObject({ status: 'accepted', lapsed: { what: 'correction' } })
  })
})
