import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '#law/instant.ts'

/**
 * `timestamptz` ↔ Date. An adapter: better-auth works with Date, while our driver hands over ISO text (see connect.ts);
 * this file is the border between the two and the only one of this feature that makes a Date.
 */
export const dateColumn = customType<{ data: Date; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.toISOString(),
  fromDriver: (text) => new Date(text),
})

/** A moment of our clock for a column of better-auth. */
export function toDate(moment: Instant): Date {
  return new Date(moment)
}
