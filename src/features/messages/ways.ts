import type { Personal } from '#store/applicant.ts'
import { maskEmail, maskMiddle } from '#platform/crypto/mask.ts'
import type { MessageChannel } from './message.table.ts'

/** One address at which an applicant can be reached. */
export interface Recipient {
  readonly channel: MessageChannel
  readonly to: string
  readonly masked: string
}

/** By e-mail if an address was given, and by SMS to the first mobile of the mainland: the applicant's own, else that of who acts for him. */
export function recipientsOf({ email, phone, agent }: Pick<Personal, 'email' | 'phone' | 'agent'>): Recipient[] {
  const mobile = [phone, agent?.phone].map((one) => mainlandMobile(one ?? '')).find((one) => one !== null) ?? null
  return [
    ...(email === null ? [] : [{ channel: 'email' as const, to: email, masked: maskEmail(email) }]),
    ...(mobile === null ? [] : [{ channel: 'sms' as const, to: mobile, masked: maskMiddle(mobile) }]),
  ]
}

/** The eleven digits of a mobile of the mainland, however it was typed; null for every other telephone. */
export function mainlandMobile(phone: string): string | null {
  const digits = phone.replace(/[\s()（）-]/g, '').replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}
