import { expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { messageWaysOf, openSenders } from '#src/boot/senders.ts'
import { fixedClock } from '#test/support/fixed-clock.ts'

const MAIL = { ZHIXI_SMTP_URL: 'smtps://user:word@mail.example.gov.cn', ZHIXI_MAIL_FROM: '示例市公安局 <noreply@example.gov.cn>' }
const SMS = { ZHIXI_SMS_URL: 'https://sms.example.gov.cn/send', ZHIXI_SMS_KEY_ID: 'office', ZHIXI_SMS_SECRET: '0123456789abcdef', ZHIXI_SMS_SIGN: '示例市公安局' }
const sendersOf = (settings: Record<string, string>) => openSenders(readConfig(settings), fixedClock('2026-11-02'))

test('without settings nothing is connected, and SMS would keep quiet from nine to eight', () => {
  expect(sendersOf({})).toEqual({ mail: null, sms: null, quietHours: { from: 21 * 60, to: 8 * 60 } })
  expect(messageWaysOf(readConfig({}))).toEqual({ email: false, sms: false })
})

test('each way is connected by its own settings', () => {
  expect([sendersOf(MAIL).mail, sendersOf(MAIL).sms].map(Boolean)).toEqual([true, false])
  expect([sendersOf(SMS).mail, sendersOf(SMS).sms].map(Boolean)).toEqual([false, true])
  expect(messageWaysOf(readConfig({ ...MAIL, ...SMS }))).toEqual({ email: true, sms: true })
})

test.each([
  ['a mail server without a sender', { ZHIXI_SMTP_URL: MAIL.ZHIXI_SMTP_URL }, 'ZHIXI_MAIL_FROM'],
  ['a sender without a mail server', { ZHIXI_MAIL_FROM: MAIL.ZHIXI_MAIL_FROM }, 'ZHIXI_SMTP_URL'],
  ['a gateway without its secret', { ...SMS, ZHIXI_SMS_SECRET: '' }, 'ZHIXI_SMS_SECRET'],
  ['a short secret', { ...SMS, ZHIXI_SMS_SECRET: 'short' }, 'ZHIXI_SMS_SECRET'],
  ['a sender that is no address', { ...MAIL, ZHIXI_MAIL_FROM: '示例市公安局' }, 'ZHIXI_MAIL_FROM'],
  ['a web address for the mail server', { ...MAIL, ZHIXI_SMTP_URL: 'https://mail.example.gov.cn' }, 'ZHIXI_SMTP_URL'],
  ['quiet hours that are none', { ZHIXI_QUIET_HOURS: '9pm-8am' }, 'ZHIXI_QUIET_HOURS'],
])('%s ends the start with a sentence that names the setting', (_, settings, name) => {
  expect(() => readConfig(settings)).toThrow(new RegExp(`设置有误.*${name}`))
})
