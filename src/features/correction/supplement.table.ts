import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, civilDateColumn, instantColumn } from '#platform/db/columns.ts'

/** What an applicant added to his application. The words are sealed in `content`; null after they were erased. */
export const supplement = pgTable('supplement', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  receivedOn: civilDateColumn('received_on').notNull(),
  content: bytesColumn('content'),
  keyId: text('key_id'),
  /** Ids of the papers that came with it. */
  papers: jsonb('papers').$type<readonly string[]>().notNull().default([]),
  /** Who typed it in from paper; null where the applicant sent it here. */
  recordedBy: text('recorded_by'),
  createdAt: instantColumn('created_at').notNull(),
})
