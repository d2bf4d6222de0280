import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { alive } from '#platform/embedded-postgres/process-identity.ts'

/** What test files learn about the server of this run. */
export interface TestDatabase {
  /** Address of a maintenance database, for a role that may create databases. */
  readonly url: string
  /** Name of the migrated database that every test file clones. */
  readonly template: string
  /** Prefix of this run's databases, so that two runs on one server do not meet. */
  readonly prefix: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: TestDatabase
  }
}

const PREFIX = 'zhixi-test-postgres-'

/** Folders of runs that were killed: nobody is left to remove them. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const runner = Number(name.slice(PREFIX.length).split('-')[0])
    if (!alive(runner)) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

async function server(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.ZHIXI_TEST_DATABASE_URL
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  await sweep()
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    await chmod(dataDir, 0o711) // root lends the server another account, which must be able to enter
    const lines: string[] = []
    const running = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line), durable: false })
    return { url: running.url, stop: () => running.stop().finally(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Applies the migrations of this checkout; before there are any the template stays empty. */
async function migrateTemplate(url: string): Promise<void> {
  const door = fileURLToPath(new URL('../../src/platform/db/migrate.ts', import.meta.url))
  if (!existsSync(door)) return
  const { migrate } = (await import(door)) as { migrate(url: string): Promise<unknown> }
  await migrate(url)
}

/** One server and one migrated template for the whole run. Returns the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await server()
  const prefix = `zhixi_test_${randomBytes(4).toString('hex')}_`
  const template = `${prefix}template`
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const teardown = async () => {
    try {
      const left = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${prefix})`
      for (const { datname } of left) {
        await sql.unsafe(`alter database ${datname} with is_template false`)
        await sql.unsafe(`drop database ${datname} with (force)`)
      }
    } finally {
      await sql.end().finally(stop)
    }
  }
  try {
    await sql.unsafe(`create database ${template}`)
    const own = new URL(url)
    own.pathname = `/${template}`
    await migrateTemplate(own.href)
    // Nobody may connect any more: a clone of a database with visitors is refused.
    await sql.unsafe(`alter database ${template} with allow_connections false is_template true`)
    project.provide('testDatabase', { url, template, prefix })
    return teardown
  } catch (error) {
    await teardown()
    throw error
  }
}
