import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instant } from '#law/instant.ts'
import { connect, type Connection } from '#platform/db/connect.ts'
import { checkKeys } from '#store/key-check.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

const NOW = instant('2026-11-21T01:00:00.000Z')
const key = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })

describe('the keys at a start', () => {
  let database: FreshDatabase
  let connection: Connection
  beforeEach(async () => {
    database = await freshDatabase()
    connection = connect(database.url, 1)
  })
  afterEach(async () => {
    await connection.close()
    await database.drop()
  })

  it('may be the same again, and be joined by a newer one', async () => {
    const [first, second] = [key('k1'), key('k2')]
    await checkKeys(connection.db, [first], NOW)
    await checkKeys(connection.db, [first], NOW)
    await checkKeys(connection.db, [second, first], NOW)
    await checkKeys(connection.db, [second], NOW)
    expect(await database.sql`select key_id from key_check order by key_id`).toEqual([{ key_id: 'k1' }, { key_id: 'k2' }])
  })

  it('are refused when a key of the same name is another key: a lost key file is not silently replaced', async () => {
    await checkKeys(connection.db, [key('k1')], NOW)
    await expect(checkKeys(connection.db, [key('k1')], NOW)).rejects.toThrow('密钥“k1”不是封存这个数据库用的那一把')
  })

  it('are refused when none of those that sealed the data is there, and nothing is noted then', async () => {
    await checkKeys(connection.db, [key('k1')], NOW)
    await expect(checkKeys(connection.db, [key('k2')], NOW)).rejects.toThrow('用密钥“k1”封存')
    expect(await database.sql`select key_id from key_check`).toEqual([{ key_id: 'k1' }])
  })
})
