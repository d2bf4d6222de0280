import { describe, expect, it } from 'vitest'
import { receiptOf, type Arrival } from '#law/disclosure-regulation/art31-receipt.ts'
import { day } from '../given.ts'

const TODAY = day('2026-11-20')
const arrive = (channel: Arrival['channel'], arrivedOn: string, more: { confirmedOn?: string; contactLost?: boolean } = {}) =>
  receiptOf({
    channel,
    arrivedOn: day(arrivedOn),
    today: TODAY,
    ...(more.confirmedOn === undefined ? {} : { confirmedOn: day(more.confirmedOn) }),
    ...(more.contactLost === undefined ? {} : { contactLost: more.contactLost }),
  })
const dateOf = (...args: Parameters<typeof arrive>) => {
  const receipt = arrive(...args)
  return receipt.ok ? receipt.receivedOn : receipt.refusal.code
}

describe('收到申请之日 (31条)', () => {
  it.each([
    ['in_person', 1, '当面提交'],
    ['oral', 1, '口头提出'],
    ['registered_mail', 2, '机关签收的这天'],
    ['internet', 3, '系统当时自动确认'],
  ] as const)('%s counts from the day of arrival (item %i)', (channel, item, words) => {
    const receipt = arrive(channel, '2026-11-14')
    expect(receipt).toMatchObject({ ok: true, receivedOn: '2026-11-14', cite: { instrument: '711', article: 31, item } })
    if (!receipt.ok) return
    expect(receipt.working).toHaveLength(1)
    expect(receipt.working[0]).toMatchObject({ on: '2026-11-14', cite: { article: 31, item } })
    expect(receipt.working[0]?.text).toContain(words)
    expect(receipt.working[0]?.text).toContain('2026年11月14日（周六）')
  })

  it('a confirmation does not move registered mail or an online application', () => {
    expect(dateOf('registered_mail', '2026-11-14', { confirmedOn: '2026-11-16' })).toBe('2026-11-14')
    expect(dateOf('internet', '2026-11-14', { confirmedOn: '2026-11-16' })).toBe('2026-11-14')
  })

  it('a fax counts from the day on which both confirmed', () => {
    expect(dateOf('fax', '2026-11-13', { confirmedOn: '2026-11-16' })).toBe('2026-11-16')
    expect(dateOf('fax', '2026-11-13')).toBe('receipt/not-confirmed')
    expect(arrive('fax', '2026-11-13', { confirmedOn: '2026-11-16' })).toMatchObject({ cite: { item: 3 } })
  })

  it('ordinary mail counts from its confirmation, which must be the day of arrival', () => {
    expect(dateOf('ordinary_mail', '2026-11-13', { confirmedOn: '2026-11-13' })).toBe('2026-11-13')
    expect(dateOf('ordinary_mail', '2026-11-13')).toBe('receipt/not-confirmed')
    expect(arrive('ordinary_mail', '2026-11-13', { confirmedOn: '2026-11-13' })).toMatchObject({ cite: { item: 2 } })
  })

  it('a late confirmation does not move it, an applicant who cannot be reached does', () => {
    expect(dateOf('ordinary_mail', '2026-11-13', { confirmedOn: '2026-11-16' })).toBe('2026-11-13')
    expect(dateOf('ordinary_mail', '2026-11-13', { confirmedOn: '2026-11-16', contactLost: true })).toBe('2026-11-16')
    const late = arrive('ordinary_mail', '2026-11-13', { confirmedOn: '2026-11-16' })
    expect(late.ok && late.working[0]?.text).toContain('不推迟收到日')
    const lost = arrive('ordinary_mail', '2026-11-13', { confirmedOn: '2026-11-16', contactLost: true })
    expect(lost.ok && lost.working[0]?.text).toContain('恢复联系的这天2026年11月16日（周一）就是收到日')
  })

  it('no date lies in the future, and none is confirmed before it arrives', () => {
    expect(dateOf('in_person', '2026-11-20')).toBe('2026-11-20')
    expect(dateOf('in_person', '2026-11-21')).toBe('receipt/in-future')
    expect(dateOf('fax', '2026-11-21', { confirmedOn: '2026-11-21' })).toBe('receipt/in-future')
    expect(dateOf('fax', '2026-11-19', { confirmedOn: '2026-11-21' })).toBe('receipt/confirmed-in-future')
    expect(dateOf('fax', '2026-11-19', { confirmedOn: '2026-11-18' })).toBe('receipt/confirmed-before-arrival')
  })

  it('cites 31条 from 2019-05-15 only: the text of 2007 had no such article', () => {
    expect(arrive('in_person', '2019-05-14')).toMatchObject({ ok: true, cite: null, working: [{ cite: null }] })
    expect(arrive('in_person', '2019-05-15')).toMatchObject({ ok: true, cite: { article: 31 }, working: [{ cite: { article: 31 } }] })
    expect(arrive('fax', '2019-05-13', { confirmedOn: '2019-05-15' })).toMatchObject({ cite: { article: 31 } })
    const unconfirmed = arrive('fax', '2019-05-13')
    expect(!unconfirmed.ok && 'cite' in unconfirmed.refusal).toBe(false)
  })

  it('an online application entered by the office does not claim that the system confirmed it', () => {
    const arrival = { channel: 'internet', arrivedOn: day('2026-11-14'), today: TODAY } as const
    const entered = receiptOf({ ...arrival, recordedByStaff: true })
    expect(entered).toMatchObject({ ok: true, receivedOn: '2026-11-14', working: [{ text: '网上提交，补录，提交的这天2026年11月14日（周六）就是收到日' }] })
  })

  it('nothing could be received before 2008-05-01', () => {
    expect(dateOf('in_person', '2008-04-30')).toBe('law/not-in-force')
    expect(dateOf('in_person', '2008-05-01')).toBe('2008-05-01')
  })
})
