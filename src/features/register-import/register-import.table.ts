import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytesColumn, instantColumn } from '#platform/db/columns.ts'
import type { SavedMapping } from './mapping.ts'
import type { Choice } from './choice.ts'

/** One file that was handed in. `content` is sealed and erased after the import, or after a day. */
export const registerImport = pgTable('register_import', {
  id: uuid('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  /** Null: from the command line. */
  madeBy: text('made_by'),
  madeByName: text('made_by_name').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  fileName: text('file_name').notNull(),
  fileSize: integer('file_size').notNull(),
  /** Keyed, so that it says nothing of the content. */
  fileDigest: bytesColumn('file_digest').notNull(),
  content: bytesColumn('content'),
  keyId: text('key_id'),
  expiresAt: instantColumn('expires_at').notNull(),
  choice: jsonb('choice').$type<Choice>(),
  status: text('status').$type<'open' | 'imported'>().notNull(),
  importedBy: text('imported_by'),
  importedByName: text('imported_by_name'),
  importedAt: instantColumn('imported_at'),
  imported: integer('imported').notNull().default(0),
  leftOut: integer('left_out').notNull().default(0),
})

/** The columns that an authority chose last time. */
export const registerMapping = pgTable('register_mapping', {
  authorityId: text('authority_id').primaryKey(),
  mapping: jsonb('mapping').$type<SavedMapping>().notNull(),
  savedBy: text('saved_by'),
  savedAt: instantColumn('saved_at').notNull(),
})

export type ImportRow = typeof registerImport.$inferSelect
