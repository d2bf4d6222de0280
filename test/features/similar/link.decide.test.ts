import { describe, expect, it } from 'vitest'
import { decideLink, readyToLink } from '#features/similar/link.decide.ts'
import { LinkCases } from '#features/similar/link.schema.ts'
import { parse } from '#platform/validation/parse.ts'
import { CLERK, day, given, HANDLER, OFFICER, OTHER_HANDLER, STAGES, type Step } from '#test/support/given-case.ts'

const on = day('2026-11-16')
const state = given(...STAGES.in_progress)
const input = { other: '2026-0174', relation: 'similar' as const, note: '同一路段' }
const LINKED: Step = { event: { type: 'case_linked', on, other: '2026-0174', relation: 'similar', note: '同一路段' }, by: OFFICER }

describe('关联', () => {
  it('is recorded with its relation and note, and changes nothing else', () => {
    expect(decideLink(state, OFFICER, input, { linksBack: false }, on)).toEqual({ ok: true, events: [LINKED.event] })
    expect(given(...STAGES.in_progress, LINKED)).toMatchObject({ status: 'in_progress', links: [{ other: '2026-0174', relation: 'similar', note: '同一路段' }] })
  })

  it('is refused with itself, with what is missing or not to be seen, and a second time from either side', () => {
    const code = (other: string, known: { linksBack: boolean } | null, of = state) => decideLink(of, OFFICER, { ...input, other }, known, on)
    expect(code('2026-0001', { linksBack: false })).toMatchObject({ refusal: { code: 'link/itself' } })
    expect(code('2026-0999', null)).toMatchObject({ refusal: { code: 'link/no-such-case', message: '没有编号是2026-0999的案件，请对照编号再看一遍' } })
    expect(code('2026-0174', { linksBack: true })).toMatchObject({ refusal: { code: 'link/already-linked' } })
    expect(code('2026-0174', { linksBack: false }, given(...STAGES.in_progress, LINKED))).toMatchObject({ refusal: { code: 'link/already-linked' } })
  })

  it('is for the disclosure office and the handler of the case, until the case is filed away', () => {
    expect(readyToLink(state, HANDLER)).toEqual({ ok: true })
    expect(readyToLink(state, OTHER_HANDLER)).toMatchObject({ refusal: { code: 'assignment/not-handler' } })
    expect(readyToLink(state, CLERK)).toMatchObject({ refusal: { code: 'case/not-permitted' } })
    expect(readyToLink(given(...STAGES.delivered), OFFICER)).toEqual({ ok: true })
    expect(readyToLink(given(...STAGES.archived), OFFICER)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
  })

  it('reads the number however it is typed', () => {
    expect(parse(LinkCases, { other: ' ２０２６－0174 ', relation: 'repeated', note: ' ' })).toEqual({ ok: true, value: { other: '2026-0174', relation: 'repeated', note: undefined } })
    expect(parse(LinkCases, { other: '174', relation: 'x' })).toMatchObject({ errors: [{ field: 'other', message: '编号的写法像2026-0187' }, { field: 'relation' }] })
  })
})
