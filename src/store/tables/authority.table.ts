import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** A public authority (市局) or one of its sub-authorities (分局). */
export const authority = pgTable('authority', {
  id: text('id').primaryKey(),
  parentId: text('parent_id'),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  documentPrefix: text('document_prefix').notNull(),
  officeName: text('office_name').notNull(),
  address: text('address').notNull(),
  postcode: text('postcode').notNull(),
  officeHours: text('office_hours').notNull(),
  consultPhone: text('consult_phone').notNull(),
  supervisePhone: text('supervise_phone').notNull(),
  complaintPhone: text('complaint_phone').notNull(),
  /** Null: no fax is open (条例第十二条第二款). */
  fax: text('fax'),
  reconsiderationAuthority: text('reconsideration_authority').notNull(),
  court: text('court').notNull(),
  onlineReconsideration: text('online_reconsideration'),
  position: integer('position').notNull().default(0),
})

/** A unit (科室) of an authority. */
export const unit = pgTable('unit', {
  id: text('id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  name: text('name').notNull(),
  position: integer('position').notNull().default(0),
})

/** What an account may do and where it works. */
export const staff = pgTable('staff', {
  userId: text('user_id').primaryKey(),
  authorityId: text('authority_id').notNull(),
  unitId: text('unit_id').notNull(),
  roles: text('roles').array().notNull(),
  active: boolean('active').notNull().default(true),
})

export type Authority = typeof authority.$inferSelect
export type Unit = typeof unit.$inferSelect
