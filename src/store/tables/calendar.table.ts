import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDateColumn, instantColumn } from '#platform/db/columns.ts'

/** Every change of the calendar in its order, and how far the recomputation of open cases has come. */
export const calendarChange = pgTable('calendar_change', {
  revision: integer('revision').primaryKey(),
  /** Stands in the events that the change causes. */
  id: uuid('id').notNull(),
  kind: text('kind').$type<'import' | 'day_off' | 'revocation'>().notNull(),
  /** Years in which days may have changed. */
  years: integer('years').array().notNull(),
  reason: text('reason').notNull(),
  /** Null: from the command line. */
  madeBy: text('made_by'),
  madeByName: text('made_by_name').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  lastCaseId: uuid('last_case_id'),
  looked: integer('looked').notNull().default(0),
  changed: integer('changed').notNull().default(0),
  doneAt: instantColumn('done_at'),
})

/** A year as imported; append-only, the highest revision of a year holds. */
export const calendarArrangement = pgTable(
  'calendar_arrangement',
  {
    year: integer('year').notNull(),
    revision: integer('revision').notNull(),
    notice: text('notice').array().notNull(),
    off: text('off').array().notNull(),
    work: text('work').array().notNull(),
    importedBy: text('imported_by'),
    importedAt: instantColumn('imported_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.revision] })],
)

/** A day off by order of a local government; without an authority it holds for all. */
export const localDayOff = pgTable('local_day_off', {
  id: uuid('id').primaryKey(),
  date: civilDateColumn('date').notNull(),
  name: text('name').notNull(),
  reason: text('reason').notNull(),
  authorityId: text('authority_id'),
  declaredRevision: integer('declared_revision').notNull(),
  declaredBy: text('declared_by'),
  declaredAt: instantColumn('declared_at').notNull(),
  revokedRevision: integer('revoked_revision'),
  revokedBy: text('revoked_by'),
  revokedAt: instantColumn('revoked_at'),
})

export type CalendarChange = typeof calendarChange.$inferSelect
export type LocalDayOffRow = typeof localDayOff.$inferSelect
