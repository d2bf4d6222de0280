import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

interface Column {
  readonly type: string
  readonly notNull: boolean
  readonly primary: boolean
  /** The database fills it in where an insert leaves it out. */
  readonly filled: boolean
}
type Columns = Record<string, Column>

/** Written and read in SQL alone. */
const WITHOUT_DEFINITION = ['rate_window']

let database: FreshDatabase
const defined = new Map<string, Columns>()
const migrated = new Map<string, Columns>()

beforeAll(async () => {
  database = await freshDatabase()
  const types = new Map<string, string>()
  const sameWords = async (type: string) => {
    const known = types.get(type) ?? (await database.sql<{ name: string }[]>`select to_regtype(${type})::text as name`)[0]!.name
    types.set(type, known)
    return known
  }
  const cwd = fileURLToPath(new URL('../../src/', import.meta.url))
  for await (const file of glob('**/*.table.ts', { cwd })) {
    for (const exported of Object.values((await import(`${cwd}${file}`)) as Record<string, unknown>)) {
      if (!is(exported, PgTable)) continue
      const { name, columns, primaryKeys } = getTableConfig(exported)
      const keyed = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)))
      const own: Columns = {}
      for (const column of columns) {
        own[column.name] = {
          type: await sameWords(column.getSQLType()),
          notNull: column.notNull,
          primary: column.primary || keyed.has(column.name),
          filled: column.hasDefault || column.generatedIdentity !== undefined,
        }
      }
      expect(defined.has(name), `${name} is defined twice`).toBe(false)
      defined.set(name, own)
    }
  }
  const rows = await database.sql<({ table: string; column: string } & Column)[]>`
    select c.relname as table, a.attname as column, regexp_replace(format_type(a.atttypid, null), '^character varying$', 'varchar') as type, a.attnotnull as "notNull",
      coalesce(a.attnum = any (i.indkey), false) as primary, (a.atthasdef or a.attidentity <> '') as filled
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r'`
  for (const { table, column, ...facts } of rows) migrated.set(table, { ...migrated.get(table), [column]: facts })
})
afterAll(() => database.drop())

test('every table of the migrated database has a definition, and every definition a table', () => {
  expect([...defined.keys(), ...WITHOUT_DEFINITION].toSorted()).toEqual([...migrated.keys()].toSorted())
  expect(defined.size).toBeGreaterThan(15)
})

test('every column has the same name, type, nullability, key and default on both sides', () => {
  const missing = (wanted: Columns, there: Columns) => Object.keys(wanted).filter((name) => !(name in there))
  for (const [table, columns] of defined) {
    const there = migrated.get(table) ?? {}
    expect({ table, onlyDefined: missing(columns, there), onlyMigrated: missing(there, columns) }).toEqual({ table, onlyDefined: [], onlyMigrated: [] })
    for (const [name, column] of Object.entries(columns)) {
      const { filled, ...facts } = column
      const { filled: really, ...real } = there[name]!
      expect({ column: `${table}.${name}`, ...facts }).toEqual({ column: `${table}.${name}`, ...real })
      // A default that only the database knows does no harm; one that only the definition promises does.
      if (filled) expect(really, `${table}.${name} has a default`).toBe(true)
    }
  }
})
