import type { Instant } from '#law/instant.ts'
import type { Refusal } from '#law/refusal.ts'
import { plusSeconds } from '#platform/clock.ts'

/** One more failure, with the tries that are left. */
export function tryAgain(code: string, words: string, left: number): Refusal {
  return { code, message: `${words}，还能试${left}次` }
}

/** The username is locked; the minute named is the first whole one at which it is open again. */
export function lockedOut(until: Instant): Refusal {
  return { code: 'accounts/locked', message: `用户名或者密码试错太多次，请在${clockTime(until)}后再试` }
}

/** Said only to somebody who knows the password. */
export function inactive(): Refusal {
  return { code: 'accounts/inactive', message: '这个账号已经停用，请找系统管理员' }
}

/** `14时05分` in Asia/Shanghai, rounded up to the minute. */
function clockTime(moment: Instant): string {
  const shanghai = plusSeconds(moment, 8 * 3600 + 59)
  return `${Number(shanghai.slice(11, 13))}时${shanghai.slice(14, 16)}分`
}
