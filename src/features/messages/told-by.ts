import type { Personal } from '#store/applicant.ts'
import type { Services } from '#store/context.ts'
import { recipientsOf } from './ways.ts'

/** By which ways the applicant is going to hear from us, in a sentence for him; null where nothing will be sent. */
export function toldBy({ messageWays }: Pick<Services, 'messageWays'>, personal: Personal | null): string | null {
  const ways = personal === null || messageWays === undefined ? [] : recipientsOf(personal).filter(({ channel }) => messageWays[channel])
  if (ways.length === 0) return null
  const addresses = ways.map(({ channel, masked }) => `${channel === 'email' ? '邮箱' : '手机'} ${masked}`).join('和')
  return `有了进展发到您的${addresses}${ways.some(({ channel }) => channel === 'sms') ? '，短信夜里不发' : ''}`
}
