import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, openEmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { adminUrl, ask, Left, start, tempFolder } from './support.ts'

const left = new Left()
afterAll(() => left.remove())

describe('a start', { timeout: 60_000 }, () => {
  test('the second one finds the data and the address of the first', async () => {
    const dataDir = join(await tempFolder(), '.data')
    const first = await start(dataDir, { durable: true })
    await ask(first.url, "create table kept as select '示例公信公开〔2026〕12号' as number")
    await first.stop()
    const second = await start(dataDir, { durable: true })
    expect(await ask(second.url, 'select number from kept')).toEqual({ number: '示例公信公开〔2026〕12号' })
    expect(second.url).toBe(first.url)
  })

  test('stop works once however often it is asked, and gives the folder free', async () => {
    const dataDir = await left.folder()
    const running = await start(dataDir)
    await Promise.all([running.stop(), running.stop()])
    await running.stop()
    expect(await running.ended).toBe('stopped')
    const next = await start(dataDir, { waitMs: 0 })
    expect(await ask(next.url, 'select n from kept')).toEqual({ n: 7 })
  })
})

describe('a running database', { timeout: 60_000 }, () => {
  let dataDir: string
  let running: EmbeddedPostgres
  let url: string
  const said: string[] = []
  beforeAll(async () => {
    dataDir = await left.folder()
    running = await startEmbeddedPostgres({ dataDir, log: (line) => said.push(line) })
    url = running.url
  }, 60_000)
  afterAll(() => running.stop())

  test('real data are forced to disk with checksums, and only the loopback address is served', async () => {
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'unix_socket_directories']
    const row = await ask(await adminUrl(dataDir, url), `select ${names.map((name) => `current_setting('${name}') as ${name}`).join()}`)
    const on = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', data_checksums: 'on' }
    expect(row).toEqual({ ...on, listen_addresses: '127.0.0.1', unix_socket_directories: '' })
  })

  test('the application is no superuser, and a wrong password is refused', async () => {
    expect(await ask(url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual({ rolsuper: false })
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('Chinese is letters to search, and text sorts by code point on every machine', async () => {
    const statement = `select datlocprovider as provider, datlocale as locale, to_tsvector('simple', '公开，信息')::text as words,
      lower('ＡÀ') as lower, '一' < '丁' as sorted from pg_database where datname = current_database()`
    const words = "'信息':2 '公开':1"
    expect(await ask(url, statement)).toEqual({ provider: 'b', locale: 'C.UTF-8', words, lower: 'ａà', sorted: true })
  })

  test('the application itself can make the extensions of search and encryption', async () => {
    for (const name of ['pg_trgm', 'btree_gin', 'pgcrypto']) await ask(url, `create extension ${name}`)
    expect(await ask(url, "select similarity('信息公开申请', '信息公开') > 0.3 as alike")).toEqual({ alike: true })
  })

  test('passwords are in a file for us alone and in no log line', async () => {
    const file = join(dataDir, 'postgres', 'connection.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const { password, adminPassword } = JSON.parse(await readFile(file, 'utf8'))
    expect(url).toContain(password)
    for (const secret of [password, adminPassword]) expect(said.join('\n')).not.toContain(secret)
  })

  test('the values of a failed statement stay out of the log of PostgreSQL', async () => {
    await ask(url, 'create table person (id text primary key)')
    await ask(url, "insert into person values ('110101199001011237')")
    await expect(ask(url, "insert into person values ('110101199001011237')")).rejects.toMatchObject({ code: '23505' })
    const text = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8')
    expect(text).toContain('person_pkey')
    expect(text).not.toContain('110101199001011237')
  })
})

describe('two on one folder', { timeout: 60_000 }, () => {
  test('the second start is refused in one sentence that names the first, which goes on', async () => {
    const dataDir = await left.folder()
    const first = await start(dataDir)
    await expect(start(dataDir, { waitMs: 0 })).rejects.toThrow(`正由另一个知悉进程（pid ${process.pid}）使用`)
    expect(await ask(first.url, 'select n from kept')).toEqual({ n: 7 })
  })

  test('a start while the predecessor is leaving waits for it', async () => {
    const dataDir = await left.folder()
    const first = await start(dataDir)
    const leaving = first.stop()
    const second = await start(dataDir)
    await leaving
    expect(await ask(second.url, 'select n from kept')).toEqual({ n: 7 })
  })

  test('the command line shares the database of a running system and does not stop it', async () => {
    const dataDir = await left.folder()
    const first = await start(dataDir)
    const shared = await openEmbeddedPostgres({ dataDir, log: () => {} })
    expect(shared.url).toBe(first.url)
    await shared.stop()
    expect(await ask(first.url, 'select n from kept')).toEqual({ n: 7 })
  })

  test('the command line alone starts the database and stops it', async () => {
    const alone = await openEmbeddedPostgres({ dataDir: await left.folder(), log: () => {}, durable: false })
    expect(await ask(alone.url, 'select n from kept')).toEqual({ n: 7 })
    await alone.stop()
    await expect(ask(alone.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
