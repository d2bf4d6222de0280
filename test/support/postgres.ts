import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import type {} from './global-setup.ts'

/** A database of one test file, with all migrations applied and no rows of another file. */
export interface FreshDatabase {
  readonly url: string
  readonly sql: postgres.Sql
  /** Closes `sql` and removes the database, cutting any connection left open. */
  drop(): Promise<void>
}

/** Clones the migrated template. Call it in `beforeAll` and `drop` in `afterAll`; safe in any number of files at once. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url: base, template, prefix } = inject('testDatabase')
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  const admin = async (statement: string) => {
    const sql = postgres(base, { max: 1, onnotice: () => {} })
    await sql.unsafe(statement).finally(() => sql.end())
  }
  await admin(`create database ${name} template ${template}`)
  const own = new URL(base)
  own.pathname = `/${name}`
  const sql = postgres(own.href, { max: 5, onnotice: () => {} })
  return {
    url: own.href,
    sql,
    async drop() {
      await sql.end({ timeout: 1 })
      await admin(`drop database if exists ${name} with (force)`)
    },
  }
}
