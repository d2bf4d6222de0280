import { customType } from 'drizzle-orm/pg-core'
import type { CivilDate } from '#law/civil-date.ts'
import type { Instant } from '#law/instant.ts'

/** `date` ↔ CivilDate. */
export const civilDateColumn = customType<{ data: CivilDate; driverData: string }>({ dataType: () => 'date' })

/** `timestamptz` ↔ Instant; the driver hands over ISO text (see connect.ts). */
export const instantColumn = customType<{ data: Instant; driverData: string }>({ dataType: () => 'timestamptz' })

/** `bytea` ↔ bytes. */
export const bytesColumn = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
