import { describe, expect, it } from 'vitest'
import { decideArchive } from '#features/archive/archive.decide.ts'
import { art } from '#law/citation.ts'
import { CLERK, day, delivered, given, issued, OFFICER, STAGES } from '#test/support/given-case.ts'

const on = day('2026-11-13')

describe('归档 (条例第四十五条)', () => {
  it('closes the file of a delivered case', () => {
    expect(decideArchive(given(...STAGES.delivered), OFFICER, on)).toEqual({ ok: true, events: [{ type: 'case_archived', on }] })
  })

  it('waits until the letter itself lies in the file', () => {
    const withoutLetter = given(...STAGES.awaiting_issue, issued(), delivered())
    expect(decideArchive(withoutLetter, OFFICER, on)).toEqual({ ok: false, refusal: { code: 'archive/letter-missing', message: '答复书还没有存进案卷，不能归档', cite: art('711', 45) } })
  })

  it('comes after delivery, and is for the disclosure office', () => {
    expect(decideArchive(given(...STAGES.issued), OFFICER, on)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
    expect(decideArchive(given(...STAGES.archived), OFFICER, on)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
    expect(decideArchive(given(...STAGES.delivered), CLERK, on)).toMatchObject({ refusal: { code: 'case/not-permitted' } })
  })
})
