import { describe, expect, it } from 'vitest'
import { decideAccept } from '#features/acceptance/accept.decide.ts'
import { day, given, HANDLER, OFFICER, STAGES } from '#test/support/given-case.ts'

const on = day('2026-11-03')

describe('受理 (条例第三十条)', () => {
  it('is recorded for a registered application', () => {
    expect(decideAccept(given(...STAGES.registered), OFFICER, on)).toEqual({ ok: true, events: [{ type: 'application_accepted', on }] })
  })

  it('happens once', () => {
    expect(decideAccept(given(...STAGES.accepted), OFFICER, on)).toMatchObject({ ok: false, refusal: { code: 'case/wrong-status' } })
  })

  it('is for the disclosure office', () => {
    expect(decideAccept(given(...STAGES.registered), HANDLER, on)).toMatchObject({ ok: false, refusal: { code: 'case/not-permitted' } })
  })
})
