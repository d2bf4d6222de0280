import { describe, expect, it } from 'vitest'
import { formatCitation } from '#law/citation.ts'
import { fold, type Told } from '../given.ts'

const RECEIVED = '2026-03-02'
const correction: Told = { type: 'correction_requested', on: '2026-03-05', respondBy: '2026-03-20' }
const fee: Told = { type: 'fee_notice_sent', on: '2026-03-10' }
const asked: Told = { type: 'consultation_started', id: 'a', kind: 'third_party', on: '2026-03-05' }
const deferral: Told = { type: 'deferred', on: '2026-03-05', until: '2026-05-15' }

describe('every refusal of the clock says why in Chinese and names its article', () => {
  it.each<[string, string, readonly Told[]]>([
    ['correction/already-requested', '30条', [correction, { type: 'correction_received', on: '2026-03-06' }, { ...correction, on: '2026-03-07' }]],
    ['correction/not-running', '30条', [fee, { ...correction, on: '2026-03-11' }]],
    ['correction/no-time-to-respond', '30条', [{ ...correction, respondBy: '2026-03-05' }]],
    ['correction/not-requested', '30条', [{ type: 'correction_received', on: '2026-03-06' }]],
    ['correction/lapsed', '30条', [correction, { type: 'correction_received', on: '2026-03-23' }]],
    ['consultation/duplicate', '33条第三款', [asked, asked]],
    ['consultation/unknown', '33条第三款', [{ type: 'consultation_ended', id: 'a', on: '2026-03-06' }]],
    ['consultation/already-ended', '33条第三款', [asked, { type: 'consultation_ended', id: 'a', on: '2026-03-06' }, { type: 'consultation_ended', id: 'a', on: '2026-03-06' }]],
    ['clock/out-of-order', '33条第三款', [{ ...asked, servedOn: '2026-03-04' } as Told]],
    ['extension/already-extended', '33条第二款', [{ type: 'extended', on: '2026-03-05', days: 1 }, { type: 'extended', on: '2026-03-06', days: 1 }]],
    ['extension/too-short', '33条第二款', [{ type: 'extended', on: '2026-03-05', days: 0 }]],
    ['extension/too-long', '33条第二款', [{ type: 'extended', on: '2026-03-05', days: 21 }]],
    ['extension/not-running', '33条第二款', [fee, { type: 'extended', on: '2026-03-11', days: 1 }]],
    ['extension/after-deadline', '33条第二款', [{ type: 'extended', on: '2026-03-31', days: 1 }]],
    ['fee/already-noticed', '109号6条', [fee, fee]],
    ['fee/not-running', '109号6条', [correction, fee]],
    ['fee/after-deadline', '109号6条', [{ ...fee, on: '2026-03-31' }]],
    ['fee/no-notice', '109号6条', [{ type: 'fee_paid', on: '2026-03-11' }]],
    ['fee/no-notice', '109号6条', [{ type: 'fee_notice_received', on: '2026-03-11' }]],
    ['fee/already-received', '109号6条', [fee, { type: 'fee_notice_received', on: '2026-03-11' }, { type: 'fee_notice_received', on: '2026-03-11' }]],
    ['deferral/already-deferred', '35条', [deferral, { ...deferral, until: '2026-06-15' }]],
    ['deferral/not-running', '35条', [fee, { ...deferral, on: '2026-03-11' }]],
    ['deferral/after-deadline', '35条', [{ ...deferral, on: '2026-03-31' }]],
    ['deferral/not-later', '35条', [{ ...deferral, until: '2026-03-30' }]],
    ['clock/out-of-order', '35条', [{ ...deferral, until: '2026-03-05' }]],
    ['clock/out-of-order', '33条第二款', [{ type: 'withdrawn', on: '2026-03-01' }]],
    ['clock/ended', '33条第二款', [{ type: 'withdrawn', on: '2026-03-02' }, { type: 'withdrawn', on: '2026-03-02' }]],
    ['clock/ended', '33条第二款', [{ type: 'replied', on: '2026-03-02' }, { type: 'extended', on: '2026-03-03', days: 1 }]],
    ['clock/not-lapsed', '30条', [correction, { type: 'lapsed', on: '2026-03-20' }]],
    ['clock/lapsed', '30条', [correction, { type: 'reasons_requested', on: '2026-03-23' }]],
    ['clock/lapsed', '109号6条', [fee, { type: 'fee_notice_received', on: '2026-03-11' }, { type: 'fee_paid', on: '2026-04-10' }]],
  ])('%s cites %s', (code, article, events) => {
    const refused = fold(RECEIVED, events)
    if (refused.ok) throw new Error('not refused')
    expect(refused.refusal.code).toBe(code)
    expect(refused.refusal.cite && formatCitation(refused.refusal.cite, 'short')).toBe(article)
    expect(refused.refusal.message).toMatch(/[\u4e00-\u9fff]{4}/)
  })

  it('a date that is centuries away needs no article', () => {
    expect(fold(RECEIVED, [{ type: 'withdrawn', on: '2070-03-02' }])).toMatchObject({ ok: false, refusal: { code: 'clock/too-far', message: expect.stringMatching(/请核对/) } })
  })
})
