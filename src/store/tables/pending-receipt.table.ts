import { bigint, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, civilDateColumn, instantColumn } from '#platform/db/columns.ts'

/** 待确认收到: a letter or fax that is no case yet. What was typed is sealed in `content` and erased once it has become a case. */
export const pendingReceipt = pgTable('pending_receipt', {
  id: uuid('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  channel: text('channel').$type<'ordinary_mail' | 'fax'>().notNull(),
  arrivedOn: civilDateColumn('arrived_on').notNull(),
  content: bytesColumn('content'),
  keyId: text('key_id'),
  status: text('status').$type<'waiting' | 'confirmed' | 'closed'>().notNull(),
  caseId: uuid('case_id'),
  overdueToldAt: instantColumn('overdue_told_at'),
  createdBy: text('created_by').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  endedAt: instantColumn('ended_at'),
})

/** What was done about it, for ever: kept, tried to reach, opened, confirmed, closed. A trigger refuses update and delete. */
export const pendingReceiptEvent = pgTable('pending_receipt_event', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  pendingId: uuid('pending_id').notNull(),
  type: text('type').notNull(),
  occurredOn: civilDateColumn('occurred_on').notNull(),
  recordedAt: instantColumn('recorded_at').notNull(),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  data: jsonb('data').$type<Record<string, unknown>>().notNull(),
})
