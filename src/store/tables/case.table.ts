import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, civilDateColumn, instantColumn } from '#platform/db/columns.ts'

/** One row per case: what lists need, derived from its events in the same transaction. */
export const caseFile = pgTable('case_file', {
  id: uuid('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  applicationId: uuid('application_id').notNull(),
  number: text('number').notNull(),
  subject: text('subject').notNull(),
  applicantName: text('applicant_name').notNull(),
  applicantKind: text('applicant_kind').notNull(),
  channel: text('channel').notNull(),
  receivedOn: civilDateColumn('received_on').notNull(),
  status: text('status').notNull(),
  clockStatus: text('clock_status').notNull(),
  dueOn: civilDateColumn('due_on'),
  provisional: boolean('provisional').notNull(),
  open: boolean('open').notNull(),
  decisionKind: text('decision_kind'),
  unitId: text('unit_id'),
  handlerId: text('handler_id'),
  version: integer('version').notNull(),
  headHash: bytesColumn('head_hash').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  updatedAt: instantColumn('updated_at').notNull(),
  /** Place among the applicant's cases of the natural month of receipt, as given out; null where his document is not known. */
  monthOrdinal: integer('month_ordinal'),
})

/** The chain of events: a trigger refuses update, delete and truncate. */
export const caseEvent = pgTable(
  'case_event',
  {
    caseId: uuid('case_id').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    occurredOn: civilDateColumn('occurred_on').notNull(),
    recordedAt: instantColumn('recorded_at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    prevHash: bytesColumn('prev_hash').notNull(),
    hash: bytesColumn('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
)

/** Last number given out per authority, series and year. */
export const numberSeries = pgTable(
  'number_series',
  {
    authorityId: text('authority_id').notNull(),
    series: text('series').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.authorityId, table.series, table.year] })],
)

/** What a repeated POST with the same key is answered with; sealed, because it may hold a query code. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestDigest: bytesColumn('request_digest').notNull(),
    response: bytesColumn('response').notNull(),
    keyId: text('key_id').notNull(),
    createdAt: instantColumn('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
)
