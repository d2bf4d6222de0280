import { describe, expect, it } from 'vitest'
import { decideDeliver, readyToDeliver } from '#features/delivery/deliver.decide.ts'
import { DeliverReply } from '#features/delivery/deliver.schema.ts'
import { art } from '#law/citation.ts'
import { parse } from '#platform/validation/parse.ts'
import { CLERK, day, given, HANDLER, issued, OFFICER, STAGES, stored } from '#test/support/given-case.ts'

const today = day('2026-11-16')
const served = (on: string) => ({ service: 'post' as const, on: day(on), evidence: 'EMS 1100000000' })
/** Issued on 2026-11-11, PDF stored. */
const issuedCase = given(...STAGES.issued)

describe('送达 (国办公开办函〔2016〕235号 四)', () => {
  it('is recorded with the day that counts, not the day of recording', () => {
    expect(decideDeliver(issuedCase, OFFICER, served('2026-11-12'), today)).toEqual({
      ok: true,
      events: [{ type: 'reply_delivered', on: '2026-11-12', letterId: 'letter-1', service: 'post', evidence: 'EMS 1100000000' }],
    })
    expect(decideDeliver(issuedCase, CLERK, served('2026-11-16'), today).ok).toBe(true)
  })

  it('may be on the day of issue, and not before it', () => {
    expect(decideDeliver(issuedCase, OFFICER, served('2026-11-11'), today).ok).toBe(true)
    expect(decideDeliver(issuedCase, OFFICER, served('2026-11-10'), today)).toEqual({
      ok: false,
      refusal: { code: 'delivery/before-issue', message: '送达日期2026年11月10日早于签发日期2026年11月11日，请改送达日期', cite: art('letter235', 4) },
    })
  })

  it('is not recorded before it has happened', () => {
    expect(decideDeliver(issuedCase, OFFICER, served('2026-11-17'), today)).toMatchObject({ refusal: { code: 'delivery/in-future' } })
  })

  it('waits for the PDF: what has no bytes cannot have been sent', () => {
    const withoutPdf = given(...STAGES.awaiting_issue, issued())
    expect(readyToDeliver(withoutPdf, OFFICER)).toMatchObject({ refusal: { code: 'delivery/letter-not-ready' } })
    expect(decideDeliver(withoutPdf, OFFICER, served('2026-11-12'), today)).toMatchObject({ refusal: { code: 'delivery/letter-not-ready' } })
    expect(readyToDeliver(given(...STAGES.awaiting_issue, issued(), stored()), OFFICER).ok).toBe(true)
  })

  it('happens once, by those who send', () => {
    expect(decideDeliver(given(...STAGES.delivered), OFFICER, served('2026-11-12'), today)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
    expect(decideDeliver(issuedCase, HANDLER, served('2026-11-12'), today)).toMatchObject({ refusal: { code: 'case/not-permitted' } })
  })
})

describe('the form of a delivery', () => {
  it('reads the day however it is typed', () => {
    expect(parse(DeliverReply, { service: 'direct', on: '2026年11月12日', evidence: '申请人甲 签收' })).toEqual({
      ok: true,
      value: { service: 'direct', on: '2026-11-12', evidence: '申请人甲 签收' },
    })
  })

  it('says what is missing and what is meant, field by field', () => {
    expect(parse(DeliverReply, { service: 'pigeon', on: '11月31日', evidence: ' ' })).toEqual({
      ok: false,
      errors: [
        { field: 'service', message: '请选择送达方式：直接送达、邮寄、电子送达' },
        { field: 'on', message: '送达日期“11月31日”不是一个日期，例如2026-11-20' },
        { field: 'evidence', message: '请填写送达凭据' },
      ],
    })
  })
})
