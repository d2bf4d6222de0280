import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { bytesColumn, instantColumn } from '#platform/db/columns.ts'
import { dateColumn } from './date-column.adapter.ts'

/** A person who may sign in. What he may do stands in `staff` (store). */
export const user = pgTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** better-auth demands one; ours is `<username>@staff.invalid` and is never written to. */
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  username: text('username'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: dateColumn('created_at').notNull(),
  updatedAt: dateColumn('updated_at').notNull(),
})

export const session = pgTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  token: text('token').notNull(),
  expiresAt: dateColumn('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: dateColumn('created_at').notNull(),
  updatedAt: dateColumn('updated_at').notNull(),
})

/** How a person proves who he is: provider `credential` holds the password's scrypt hash. */
export const account = pgTable('account', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: dateColumn('access_token_expires_at'),
  refreshTokenExpiresAt: dateColumn('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: dateColumn('created_at').notNull(),
  updatedAt: dateColumn('updated_at').notNull(),
})

export const verification = pgTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: dateColumn('expires_at').notNull(),
  createdAt: dateColumn('created_at').notNull(),
  updatedAt: dateColumn('updated_at').notNull(),
})

export const twoFactor = pgTable('two_factor', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified').notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: dateColumn('locked_until'),
})

/** Failed sign-ins of one username, known or not; `subject` is its keyed hash. */
export const signInLock = pgTable('sign_in_lock', {
  subject: bytesColumn('subject').primaryKey(),
  failedAt: instantColumn('failed_at').array().notNull(),
  lockedUntil: instantColumn('locked_until'),
})

/** The tables as better-auth names them. */
export const authTables = { user, session, account, verification, twoFactor }
