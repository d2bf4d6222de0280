import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, instantColumn } from '#platform/db/columns.ts'

/** A file that somebody handed in. The row is written before the bytes and outlives them; a trigger keeps those of a case. */
export const upload = pgTable('upload', {
  id: uuid('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  ownerKind: text('owner_kind').$type<'draft' | 'pending' | 'supplement' | 'case'>().notNull(),
  ownerId: text('owner_id').notNull(),
  purpose: text('purpose').$type<'authorisation' | 'identity' | 'scan' | 'supplement' | 'release'>().notNull(),
  /** Of the form in which it came. */
  field: text('field').notNull(),
  /** Sealed, because people name their papers after themselves. */
  name: bytesColumn('name').notNull(),
  /** Key of the name and of the bytes. */
  keyId: text('key_id').notNull(),
  type: text('type').$type<'application/pdf' | 'image/jpeg' | 'image/png'>().notNull(),
  size: integer('size').notNull(),
  pages: integer('pages').notNull(),
  /** Of the plain bytes. */
  sha256: bytesColumn('sha256').notNull(),
  status: text('status').$type<'storing' | 'stored' | 'erasing'>().notNull(),
  /** none: no scanner was configured · waiting: it did not answer yet · found: quarantined. */
  scan: text('scan').$type<'none' | 'waiting' | 'clean' | 'found'>().notNull(),
  finding: text('finding'),
  addedBy: text('added_by'),
  addedByName: text('added_by_name').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  storedAt: instantColumn('stored_at'),
  /** Order in which they came: pages of a scan are many files of one moment. */
  position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
})
