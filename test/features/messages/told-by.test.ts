import { expect, test } from 'vitest'
import { toldBy } from '#features/messages/index.ts'

const PERSON = { documentNumber: '000000190001010009', contactName: null, phone: '138 0000 0001', email: 'a@example.com', address: null, postcode: null, agent: null }
const BOTH = { email: true, sms: true }

test('an applicant reads by which ways he will hear, masked, and only of ways that are connected and that he gave', () => {
  expect(toldBy({ messageWays: BOTH }, PERSON)).toBe('有了进展发到您的邮箱 a***@example.com和手机 13*******01，短信夜里不发')
  expect(toldBy({ messageWays: { email: true, sms: false } }, PERSON)).toBe('有了进展发到您的邮箱 a***@example.com')
  expect(toldBy({ messageWays: { email: false, sms: true } }, PERSON)).toBe('有了进展发到您的手机 13*******01，短信夜里不发')
})

test('nothing is promised where nothing is connected, known or given', () => {
  expect(toldBy({ messageWays: { email: false, sms: false } }, PERSON)).toBe(null)
  expect(toldBy({}, PERSON)).toBe(null)
  expect(toldBy({ messageWays: BOTH }, null)).toBe(null)
  expect(toldBy({ messageWays: BOTH }, { ...PERSON, phone: '0000-6628 1201', email: null })).toBe(null)
})

test('where the applicant gave no mobile, who acts for him is written to', () => {
  const agent = { name: '代理人乙', documentType: 'resident_id' as const, documentNumber: '', phone: '139 0000 0002' }
  expect(toldBy({ messageWays: BOTH }, { ...PERSON, phone: null, email: null, agent })).toBe('有了进展发到您的手机 13*******02，短信夜里不发')
})
