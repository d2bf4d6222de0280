import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytesColumn, civilDateColumn } from '#platform/db/columns.ts'

/** Last ordinal given out per authority, applicant (keyed hash of his document) and natural month of receipt. */
export const monthCount = pgTable(
  'month_count',
  {
    authorityId: text('authority_id').notNull(),
    documentHash: bytesColumn('document_hash').notNull(),
    /** First day of the month. */
    month: civilDateColumn('month').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.authorityId, table.documentHash, table.month] })],
)
