import type { Instant } from '#law/instant.ts'

/** 21时14分, in Asia/Shanghai. */
export function clockTime(moment: Instant): string {
  return `${(Number(moment.slice(11, 13)) + 8) % 24}时${moment.slice(14, 16)}分`
}

/** Address that a telephone dials; extensions and blanks are left out. */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
