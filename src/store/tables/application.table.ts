import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, civilDateColumn, instantColumn } from '#platform/db/columns.ts'

/** Who applied. Identity number, telephone, address and e-mail are sealed together in `personal`; only `document_hash` finds them. */
export const applicant = pgTable('applicant', {
  id: uuid('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  documentType: text('document_type').notNull(),
  documentHash: bytesColumn('document_hash'),
  personal: bytesColumn('personal'),
  keyId: text('key_id'),
  erasedAt: instantColumn('erased_at'),
  createdAt: instantColumn('created_at').notNull(),
})

/** What was asked, as it was asked. */
export const application = pgTable('application', {
  id: uuid('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  applicantId: uuid('applicant_id').notNull(),
  channel: text('channel').notNull(),
  subject: text('subject').notNull(),
  documentRef: text('document_ref'),
  description: text('description').notNull(),
  form: text('form').notNull(),
  delivery: text('delivery').notNull(),
  receivedOn: civilDateColumn('received_on').notNull(),
  receipt: jsonb('receipt').$type<Record<string, unknown>>().notNull(),
  queryCodeHash: bytesColumn('query_code_hash').notNull(),
  createdBy: text('created_by'),
  createdAt: instantColumn('created_at').notNull(),
})

/** An application that is being typed on the portal; sealed, and erased when it expires. `token_hash` names it and opens it in the browser where it was begun. */
export const applicationDraft = pgTable('application_draft', {
  tokenHash: bytesColumn('token_hash').primaryKey(),
  authorityId: text('authority_id').notNull(),
  content: bytesColumn('content').notNull(),
  keyId: text('key_id').notNull(),
  /** Keyed hash of the code (续写码) that opens it elsewhere; null where none was given. */
  codeHash: bytesColumn('code_hash'),
  updatedAt: instantColumn('updated_at').notNull(),
  expiresAt: instantColumn('expires_at').notNull(),
})

/** A further browser that has opened a draft with its code. */
export const draftDevice = pgTable('draft_device', {
  tokenHash: bytesColumn('token_hash').primaryKey(),
  draftHash: bytesColumn('draft_hash').notNull(),
})
