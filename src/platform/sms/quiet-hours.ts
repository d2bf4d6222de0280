import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '../clock.ts'

/** Minutes of the day in Asia/Shanghai; `from` belongs to the quiet hours, `to` does not. Equal: never quiet. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

const DAY = 24 * 60
const SHANGHAI = 8 * 60

/** Reads `21:00-08:00`; `off` for none. Null when it is neither. */
export function parseQuietHours(text: string): QuietHours | null {
  if (text === 'off') return { from: 0, to: 0 }
  const found = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (!found) return null
  const [, fromHour, fromMinute, toHour, toMinute] = found.map(Number)
  return { from: fromHour! * 60 + fromMinute!, to: toHour! * 60 + toMinute! }
}

/** When the quiet hours end in which a moment falls; null outside them. */
export function quietUntil(now: Instant, { from, to }: QuietHours): Instant | null {
  const minute = (Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) + SHANGHAI) % DAY
  const since = (minute - from + DAY) % DAY
  const length = (to - from + DAY) % DAY
  if (since >= length) return null
  const end = plusSeconds(now, (length - since) * 60 - Number(now.slice(17, 19)))
  return `${end.slice(0, 19)}.000Z` as Instant
}
