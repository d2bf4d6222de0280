import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const FOLDER = fileURLToPath(new URL('../../../drizzle', import.meta.url))
/** Any fixed number: everybody who migrates the same database waits for the same lock. */
const LOCK = 7_110_492

/** Applies the SQL files of `drizzle/` that are not applied yet. Safe when several processes start at once. */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    const before = await appliedCount(sql)
    await runMigrations(drizzle(sql), { migrationsFolder: FOLDER, migrationsTable: 'migration', migrationsSchema: 'zhixi_meta' })
    const tags = await journalTags()
    return { applied: tags.slice(before) }
  } finally {
    await sql.end()
  }
}

async function appliedCount(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ there: boolean }[]>`select to_regclass('zhixi_meta.migration') is not null as there`
  if (!row?.there) return 0
  const [count] = await sql<{ n: number }[]>`select count(*)::int as n from zhixi_meta.migration`
  return count?.n ?? 0
}

async function journalTags(): Promise<string[]> {
  const { readFile } = await import('node:fs/promises')
  const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(`${FOLDER}/meta/_journal.json`, 'utf8'))
  return journal.entries.map((entry) => entry.tag)
}
