import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, instantColumn } from '#platform/db/columns.ts'

export const CHANNEL_NAMES = { email: '电子邮件', sms: '短信' } as const
export type MessageChannel = keyof typeof CHANNEL_NAMES

/** `sending` covers everything between being written and being heard of: also a pause after a failure that may pass. */
export const STATE_NAMES = { waiting_quiet_hours: '等到早上', sending: '正在发', sent: '已发出', failed: '没发出', unconfigured: '没有接通' } as const
export type MessageState = keyof typeof STATE_NAMES

/** One try that failed. */
export interface FailedTry {
  readonly at: string
  /** Kind and code, never the words of the other side: they quote addresses. */
  readonly failure: string
}

/** One message to an applicant by one channel. The recipient is sealed under `message/<id>`; subject and text hold no personal data. */
export const message = pgTable('message', {
  id: uuid('id').primaryKey(),
  noticeId: uuid('notice_id').notNull(),
  caseId: uuid('case_id').notNull(),
  authorityId: text('authority_id').notNull(),
  occasion: text('occasion').notNull(),
  letterId: uuid('letter_id'),
  channel: text('channel').$type<MessageChannel>().notNull(),
  recipient: bytesColumn('recipient'),
  keyId: text('key_id'),
  recipientMasked: text('recipient_masked').notNull(),
  subject: text('subject'),
  text: text('text').notNull(),
  state: text('state').$type<MessageState>().notNull(),
  attempts: integer('attempts').notNull().default(0),
  failedTries: jsonb('failed_tries').$type<readonly FailedTry[]>().notNull().default([]),
  failure: text('failure'),
  providerId: text('provider_id'),
  notBefore: instantColumn('not_before'),
  claimedAt: instantColumn('claimed_at'),
  createdAt: instantColumn('created_at').notNull(),
  sentAt: instantColumn('sent_at'),
})

export type MessageRow = typeof message.$inferSelect
