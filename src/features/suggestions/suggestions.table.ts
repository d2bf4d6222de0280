import { sql } from 'drizzle-orm'
import { boolean, customType, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDateColumn, instantColumn } from '#platform/db/columns.ts'

const bigramColumn = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** 已经公开的 (`published`) and 目录里的 (`catalogue`): what may answer a request before it is filed. Retired, never deleted. */
export const publishedItem = pgTable('published_item', {
  id: uuid('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  kind: text('kind').$type<'published' | 'catalogue'>().notNull(),
  title: text('title').notNull(),
  documentRef: text('document_ref'),
  summary: text('summary'),
  /** http or https; only a catalogue entry may have none. */
  url: text('url'),
  publishedOn: civilDateColumn('published_on'),
  /** 索引号 of the catalogue (条例第十二条). */
  indexNumber: text('index_number'),
  active: boolean('active').notNull().default(true),
  version: integer('version').notNull().default(1),
  /** Name of the person, or of the command line. */
  changedBy: text('changed_by').notNull(),
  changedAt: instantColumn('changed_at').notNull(),
  bigrams: bigramColumn('bigrams').notNull().generatedAlwaysAs(sql`zhixi_bigrams(title)`),
})

/** An item that somebody was shown, whether he opened it, and how his visit ended. No person, no text, no moment. */
export const suggestionOutcome = pgTable(
  'suggestion_outcome',
  {
    visitId: uuid('visit_id').notNull(),
    itemId: uuid('item_id').notNull(),
    shownOn: civilDateColumn('shown_on').notNull(),
    opened: boolean('opened').notNull().default(false),
    ended: text('ended').$type<'sufficient' | 'filed'>(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.itemId] })],
)

export type PublishedItem = Omit<typeof publishedItem.$inferSelect, 'bigrams'>
