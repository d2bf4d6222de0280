import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, civilDateColumn, instantColumn } from '#platform/db/columns.ts'

/** Every saved state of a draft; append-only. */
export const draftRevision = pgTable(
  'draft_revision',
  {
    caseId: uuid('case_id').notNull(),
    revision: integer('revision').notNull(),
    letterCode: text('letter_code').notNull(),
    parts: jsonb('parts').$type<Record<string, string>>().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: instantColumn('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.revision] })],
)

/** A letter with the props and bytes that were sent; a trigger keeps a stored one as it is. `status`: queued · stored · failed. */
export const letter = pgTable('letter', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  authorityId: text('authority_id').notNull(),
  code: text('code').notNull(),
  title: text('title').notNull(),
  documentNumber: text('document_number'),
  issuedOn: civilDateColumn('issued_on').notNull(),
  templateVersion: text('template_version').notNull(),
  props: jsonb('props').$type<Record<string, unknown>>().notNull(),
  status: text('status').$type<'queued' | 'stored' | 'failed'>().notNull(),
  bytes: bytesColumn('bytes'),
  sha256: bytesColumn('sha256'),
  pages: integer('pages'),
  failure: text('failure'),
  createdAt: instantColumn('created_at').notNull(),
  storedAt: instantColumn('stored_at'),
})

/** Effects to be carried out once, written in the transaction of the event that causes them. */
export const outbox = pgTable('outbox', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  job: text('job').notNull(),
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  createdAt: instantColumn('created_at').notNull(),
  dispatchedAt: instantColumn('dispatched_at'),
  dispatches: integer('dispatches').notNull().default(0),
  doneAt: instantColumn('done_at'),
  failures: integer('failures').notNull().default(0),
  lastError: text('last_error'),
})
