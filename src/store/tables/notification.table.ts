import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instantColumn } from '#platform/db/columns.ts'

/** 提醒: what a member of staff should know without having asked. No personal data in `text`. */
export const notification = pgTable('notification', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  userId: text('user_id').notNull(),
  caseId: uuid('case_id'),
  text: text('text').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  readAt: instantColumn('read_at'),
})
