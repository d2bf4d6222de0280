import { pgTable, text } from 'drizzle-orm/pg-core'
import { bytesColumn, instantColumn } from '#platform/db/columns.ts'

/** The master keys that have been used with this database, each with a fingerprint that tells nothing else about it. */
export const keyCheck = pgTable('key_check', {
  keyId: text('key_id').primaryKey(),
  fingerprint: bytesColumn('fingerprint').notNull(),
  firstUsedAt: instantColumn('first_used_at').notNull(),
})
