import { describe, expect, test } from 'vitest'
import { FRESH, readReceipt, readWindow, type WindowValues } from '#features/intake/window-form.ts'
import { civilDate } from '#law/civil-date.ts'

const TODAY = { today: civilDate('2026-11-20') }
const paper: WindowValues = {
  ...FRESH, arrivedOn: '2026年11月20日', name: '申请人丙', documentNumber: '11010519491231002x', phone: '000 0000 0001', address: '示例路8号', description: '申请公开清单。',
}
const faults = (values: WindowValues) => {
  const read = readWindow(values, TODAY)
  return read.ok ? [] : read.errors.map(({ field }) => field)
}

describe('a paper form as typed', () => {
  test('is read into the application that the portal would send, and the facts of its arrival', () => {
    expect(readWindow(paper, TODAY)).toEqual({
      ok: true,
      value: {
        application: { applicantKind: 'natural_person', name: '申请人丙', documentType: 'resident_id', documentNumber: '11010519491231002X', phone: '000 0000 0001', address: '示例路8号', description: '申请公开清单。', form: 'paper', way: 'post' },
        receipt: { channel: 'in_person', arrivedOn: '2026-11-20' },
      },
    })
  })

  test('an empty one names every field in the order of the page', () => {
    expect(faults({ ...FRESH, arrivedOn: '' })).toEqual(['arrivedOn', 'name', 'documentNumber', 'phone', 'address', 'description'])
  })

  test('faults of the arrival and of the applicant come together, not one after the other', () => {
    expect(faults({ ...paper, arrivedOn: '2026-12-01', documentNumber: '123', address: '' })).toEqual(['arrivedOn', 'documentNumber', 'address'])
  })

  test('an identity number whose holder is not born yet is named (GB 11643—1999)', () => {
    expect(readWindow({ ...paper, documentNumber: '00000020990101001X' }, TODAY)).toMatchObject({ ok: false, errors: [{ field: 'documentNumber', message: expect.stringContaining('出生日期还没有到') }] })
  })

  test('a way that cannot bring the form is named at the way (条例第四十条)', () => {
    expect(readWindow({ ...paper, form: 'paper', way: 'email' }, TODAY)).toEqual({ ok: false, errors: [{ field: 'way', message: '纸质的可以邮寄、自行领取、当面给；要用电子邮件，形式请选电子文件' }] })
    expect(faults({ ...paper, form: 'inspection', way: 'post', description: '' })).toEqual(['description', 'way'])
    expect(faults({ ...paper, form: 'inspection', way: 'pickup' })).toEqual([])
  })

  test('an organization shows its credit code, whatever kind of document was chosen before', () => {
    const read = readWindow({ ...paper, applicantKind: 'business', documentType: 'passport', documentNumber: '91350100M000100Y43', contactName: '经办人甲' }, TODAY)
    expect(read).toMatchObject({ ok: true, value: { application: { documentType: 'credit_code', contactName: '经办人甲' } } })
  })
})

describe('the day of receipt (条例第三十一条)', () => {
  test('a day in the future is refused at the field of arrival', () => {
    const read = readWindow({ ...paper, arrivedOn: '2026-11-21' }, TODAY)
    expect(read).toEqual({ ok: false, errors: [{ field: 'arrivedOn', message: '2026年11月21日还没有到，收到日不能晚于今天' }] })
  })

  test.each(['ordinary_mail', 'fax'])('%s waits for the confirmation with the applicant', (channel) => {
    expect(faults({ ...paper, channel })).toEqual(['confirmedOn'])
    expect(faults({ ...paper, channel, arrivedOn: '2026-11-18', confirmedOn: '2026-11-17' })).toEqual(['confirmedOn'])
    expect(faults({ ...paper, channel, arrivedOn: '2026-11-18', confirmedOn: '2026-11-21' })).toEqual(['confirmedOn'])
    expect(faults({ ...paper, channel, arrivedOn: '2026-11-18', confirmedOn: '2026-11-18' })).toEqual([])
  })

  test('what belongs to another channel is left aside, though it stays on the page', () => {
    const all = { ...paper, mailNumber: '1100 0000 0000 0', signedBy: '收发室', confirmedOn: '没有日期', contactLost: 'yes' }
    expect(readReceipt({ ...all, channel: 'in_person' })).toEqual({ ok: true, value: { channel: 'in_person', arrivedOn: '2026-11-20' } })
    expect(readReceipt({ ...all, channel: 'registered_mail' })).toMatchObject({ ok: true, value: { mailNumber: '1100 0000 0000 0', signedBy: '收发室' } })
    expect(readReceipt({ ...all, channel: 'ordinary_mail', confirmedOn: '2026-11-20' })).toEqual({ ok: true, value: { channel: 'ordinary_mail', arrivedOn: '2026-11-20', confirmedOn: '2026-11-20', contactLost: true } })
    expect(readReceipt({ ...all, channel: 'fax', confirmedOn: '2026-11-20' })).toEqual({ ok: true, value: { channel: 'fax', arrivedOn: '2026-11-20', confirmedOn: '2026-11-20' } })
  })

  test('a channel that does not exist is named with the choices', () => {
    expect(readReceipt({ ...paper, channel: 'pigeon' })).toMatchObject({ ok: false, errors: [{ field: 'channel', message: expect.stringContaining('当面') }] })
  })
})
