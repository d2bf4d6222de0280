import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

describe('the database of a test file', () => {
  let all: FreshDatabase[] = []
  let one: FreshDatabase
  let two: FreshDatabase
  beforeAll(async () => {
    ;[one, two] = await Promise.all([freshDatabase(), freshDatabase()])
    all = [one, two, ...(await Promise.all([freshDatabase(), freshDatabase(), freshDatabase()]))]
  })
  afterAll(() => Promise.all(all.map((each) => each.drop())))

  test('clones made at once are different databases', async () => {
    const names = await Promise.all(all.map(({ sql }) => sql`select current_database() as name`))
    expect(new Set(names.map(([row]) => row?.name)).size).toBe(5)
  })

  test('what one writes the other does not see', async () => {
    await one.sql`create table only_here (a int)`
    expect(await two.sql`select 1 from pg_tables where tablename = 'only_here'`).toHaveLength(0)
  })

  test('a dropped one is gone even while a connection is open', async () => {
    const extra = await freshDatabase()
    await extra.sql`select 1`
    await extra.drop()
    expect(await one.sql`select 1 from pg_database where datname = ${new URL(extra.url).pathname.slice(1)}`).toHaveLength(0)
  })
})
