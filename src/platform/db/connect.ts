import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { preparing } from './prepared.ts'

export type Sql = postgres.Sql
export type Database = PostgresJsDatabase
/** What a store function needs: the database or a transaction on it. */
export type Queryable = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute' | 'transaction'>

export interface Connection {
  readonly sql: Sql
  readonly db: Database
  close(): Promise<void>
}

const DATE = 1082
const TIMESTAMPTZ = 1184

/**
 * Opens a pool. Days come back as `YYYY-MM-DD` and moments as ISO text in UTC, never as `Date`.
 * @param max connections held at most
 */
export function connect(url: string, max = 10): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    connection: { TimeZone: 'UTC', application_name: 'zhixi' },
    types: {
      civilDate: { to: DATE, from: [DATE], serialize: (text: string) => text, parse: (text: string) => text },
      instant: { to: TIMESTAMPTZ, from: [TIMESTAMPTZ], serialize: isoText, parse: isoText },
    },
  })
  const db = drizzle(preparing(sql))
  // drizzle replaces the parsers of its driver; ours stand after it.
  sql.options.parsers[DATE] = (text: string) => text
  sql.options.parsers[TIMESTAMPTZ] = isoText
  sql.options.serializers[TIMESTAMPTZ] = isoText
  return { sql, db, close: () => sql.end({ timeout: 5 }) }
}

function isoText(value: unknown): string {
  return new Date(value as string).toISOString()
}
