import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '#case/events.ts'
import { requestOf } from '#case/request.ts'
import { decideJoin, decideSplit, inherited, readyToJoin, readyToSplit } from '#features/split/split.decide.ts'
import { SplitApplication } from '#features/split/split.schema.ts'
import { parse } from '#platform/validation/parse.ts'
import { day, given, HANDLER, OFFICER, received, STAGES, type Step } from '#test/support/given-case.ts'

const on = day('2026-11-03')
const by = (event: CaseEvent): Step => ({ event, by: OFFICER })
const SPLIT = by({ type: 'application_split', on, part: '合同', into: ['2026-0002', '2026-0003'] })
const JOINED = by({ type: 'parts_joined', on, parts: ['2026-0002', '2026-0003'] })
const OFF = by({ type: 'split_off', on, from: '2026-0009', part: '协议' })
const whole = { description: '合同；协议；验收报告' }

describe('一事一申请 (109号第四条)', () => {
  const fresh = given(...STAGES.registered)

  it('leaves number and first part with the case, and names the others', () => {
    const decision = decideSplit(fresh, OFFICER, { part: '合同', into: ['2026-0002', '2026-0003'] }, on)
    expect(decision).toEqual({ ok: true, events: [SPLIT.event] })
    const after = given(...STAGES.registered, SPLIT)
    expect(after).toMatchObject({ number: '2026-0001', status: 'registered', parts: ['2026-0002', '2026-0003'] })
    expect(requestOf(after, whole)).toBe('合同')
    expect(requestOf(fresh, whole)).toBe(whole.description)
  })

  it('happens before acceptance, by the disclosure office, once until it is joined back, and never of a part', () => {
    expect(readyToSplit(given(...STAGES.accepted), OFFICER)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
    expect(readyToSplit(fresh, HANDLER)).toMatchObject({ refusal: { code: 'case/not-permitted' } })
    expect(readyToSplit(given(...STAGES.registered, SPLIT), OFFICER)).toMatchObject({ refusal: { code: 'split/already-split' } })
    expect(readyToSplit(given(received(), OFF), OFFICER)).toMatchObject({ refusal: { code: 'split/is-part' } })
    expect(readyToSplit(given(...STAGES.registered, SPLIT, JOINED), OFFICER)).toEqual({ ok: true })
  })

  it('gives each part what had happened to the application: its correction and extension, nothing else', () => {
    const events: CaseEvent[] = [
      received().event,
      { type: 'correction_requested', on, letterId: 'l', propsDigest: 'd', respondBy: day('2026-11-20') },
      { type: 'personal_data_opened', on, fields: ['phone'], reason: '电话联系申请人' },
      { type: 'correction_received', on, supplementId: 's', digest: 'd', goodCause: null },
    ]
    expect(inherited(events).map(({ type }) => type)).toEqual(['correction_requested', 'correction_received'])
  })

  it('takes 2 to 20 different texts, each fault at its row', () => {
    expect(parse(SplitApplication, { parts: ['合同'] })).toMatchObject({ errors: [{ field: 'parts', message: '至少拆成2件' }] })
    expect(parse(SplitApplication, { parts: Array.from({ length: 21 }, (_, index) => `第${index}份合同`) })).toMatchObject({ errors: [{ field: 'parts', message: '最多拆成20件' }] })
    expect(parse(SplitApplication, { parts: ['合同', ' ', '合同'] })).toMatchObject({ errors: [{ field: 'parts.1', message: '请填写这一件的内容' }, { field: 'parts.2', message: '和第1件的内容一样，改掉或者去掉一件' }] })
    expect(parse(SplitApplication, { parts: ['合同', '协议', ' 合同'] })).toMatchObject({ errors: [{ field: 'parts.2', message: '和第1件的内容一样，改掉或者去掉一件' }] })
    expect(parse(SplitApplication, {})).toMatchObject({ errors: [{ field: 'parts', message: '请写明拆成哪几件' }] })
  })
})

describe('并回', () => {
  const original = given(...STAGES.registered, SPLIT)
  const part = (more: readonly Step[] = []) => given(received(), OFF, ...more)

  it('gives the case its whole description again and names what it took back', () => {
    const decision = decideJoin(original, OFFICER, [{ ...part(), number: '2026-0002' }, { ...part(), number: '2026-0003' }], on)
    expect(decision).toEqual({ ok: true, events: [JOINED.event] })
    const after = given(...STAGES.registered, SPLIT, JOINED)
    expect(after).toMatchObject({ parts: [], part: null, status: 'registered' })
    expect(requestOf(after, whole)).toBe(whole.description)
    expect(part([by({ type: 'joined_back', on, into: '2026-0001' })])).toMatchObject({ status: 'joined', joinedInto: '2026-0001' })
  })

  it('is refused where nothing was split, of a part, and when one of them is further than 登记', () => {
    expect(readyToJoin(given(...STAGES.registered), OFFICER)).toMatchObject({ refusal: { code: 'join/not-split' } })
    expect(readyToJoin(part(), OFFICER)).toMatchObject({ refusal: { code: 'join/is-part' } })
    const accepted = part([by({ type: 'application_accepted', on })])
    expect(decideJoin(original, OFFICER, [part(), { ...accepted, number: '2026-0003' }], on)).toMatchObject({
      refusal: { code: 'join/part-moved-on', message: '2026-0003已经不在登记环节，不能并回' },
    })
  })
})
