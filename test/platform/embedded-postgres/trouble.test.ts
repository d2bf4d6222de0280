import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { StartError } from '#platform/embedded-postgres/index.ts'
import { adminUrl, ask, Left, start, tempFolder } from './support.ts'

const left = new Left()
afterAll(() => left.remove())

describe('unusual folders', { timeout: 60_000 }, () => {
  test('blanks, quotes, Chinese characters, and a path far longer than that of a socket may be', async () => {
    const deep = Array.from({ length: 6 }, (_, level) => `第${level}层 "资料" it's $HOME ${'长'.repeat(20)}`)
    const dataDir = join(await tempFolder(), ...deep)
    expect(Buffer.byteLength(dataDir)).toBeGreaterThan(500)
    const { url } = await start(dataDir)
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 })
  })

  test('a path longer than PostgreSQL can hold is refused in one sentence', async () => {
    const dataDir = join(await tempFolder(), ...Array.from({ length: 5 }, () => 'x'.repeat(200)))
    await expect(start(dataDir)).rejects.toThrow(/路径过长/)
  })

  test('a file in place of the folder is refused in one sentence', async () => {
    const dataDir = join(await tempFolder(), 'data')
    await writeFile(dataDir, '')
    await expect(start(dataDir)).rejects.toThrow(`数据文件夹 ${dataDir} 无法使用：路径中有一段是文件而不是文件夹`)
    await expect(start(join(dataDir, 'below'))).rejects.toBeInstanceOf(StartError)
  })

  test('the cluster of another PostgreSQL version is refused and left alone', async () => {
    const dataDir = await tempFolder()
    const file = join(dataDir, 'postgres', 'cluster', 'PG_VERSION')
    await mkdir(join(dataDir, 'postgres', 'cluster'), { recursive: true })
    await writeFile(file, '16\n')
    await expect(start(dataDir)).rejects.toThrow(/是 PostgreSQL 16 的数据，本程序带的是 18/)
    expect(await readFile(file, 'utf8')).toBe('16\n')
  })

  test('a folder that holds something else is refused and left alone', async () => {
    const dataDir = await tempFolder()
    const file = join(dataDir, 'postgres', 'cluster', 'letter.txt')
    await mkdir(join(dataDir, 'postgres', 'cluster'), { recursive: true })
    await writeFile(file, 'mine')
    await expect(start(dataDir)).rejects.toThrow(/不是完好的 PostgreSQL 数据库/)
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('a note that leads to a place which is gone is refused, not answered with an empty database', async () => {
    const dataDir = await tempFolder()
    await mkdir(join(dataDir, 'postgres'))
    await writeFile(join(dataDir, 'postgres', 'elsewhere'), join(dataDir, 'gone'))
    await expect(start(dataDir)).rejects.toThrow(`数据库应在 ${join(dataDir, 'gone')}`)
  })
})

describe('a server that will not start', { timeout: 60_000 }, () => {
  test('is refused in one sentence with the cause in the words of PostgreSQL, and gives the folder free', async () => {
    const dataDir = await left.copy(await tempFolder())
    await writeFile(join(dataDir, 'postgres', 'cluster', 'postgresql.auto.conf'), 'work_mem = rubbish\n')
    await expect(start(dataDir)).rejects.toThrow(/^数据库没有启动（.*postgresql\.auto\.conf.*）。$/)
    await writeFile(join(dataDir, 'postgres', 'cluster', 'postgresql.auto.conf'), '')
    const { url } = await start(dataDir, { waitMs: 0 })
    expect(await ask(url, 'select n from kept')).toEqual({ n: 7 })
  })
})

describe('what an earlier start may leave', { timeout: 60_000 }, () => {
  test('a cluster whose making was cut off is made anew', async () => {
    const dataDir = await left.copy(await tempFolder())
    const home = join(dataDir, 'postgres')
    await rename(join(home, 'cluster'), join(home, 'cluster.building'))
    await rm(join(home, 'cluster.building', 'global'), { recursive: true })
    const { url } = await start(dataDir)
    await expect(ask(url, 'select n from kept')).rejects.toMatchObject({ code: '42P01' })
  })

  test('a cluster made but never given its database gets it', async () => {
    const dataDir = await left.copy(await tempFolder())
    const first = await start(dataDir)
    const admin = await adminUrl(dataDir, first.url)
    await ask(admin, 'drop database zhixi')
    await ask(admin, 'drop role zhixi')
    await first.stop()
    const second = await start(dataDir)
    expect(await ask(second.url, 'select current_user as who')).toEqual({ who: 'zhixi' })
  })

  test.for(['missing', 'damaged'])('passwords that are %s are set anew and the data stay', async (state) => {
    const dataDir = await left.folder()
    const file = join(dataDir, 'postgres', 'connection.json')
    await (state === 'missing' ? rm(file) : writeFile(file, '{"adminPass'))
    const { url } = await start(dataDir)
    expect(await ask(url, 'select n from kept')).toEqual({ n: 7 })
  })

  test('a remembered port that another program has taken is exchanged; a demanded one is refused', async () => {
    const dataDir = await left.folder()
    const { port } = JSON.parse(await readFile(join(dataDir, 'postgres', 'connection.json'), 'utf8'))
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => void squatter.close())
    const second = await start(dataDir)
    expect(new URL(second.url).port).not.toBe(String(port))
    await second.stop()
    await expect(start(dataDir, { port })).rejects.toThrow(`数据库端口 ${port} 已被占用`)
  })

  test('a note whose process number now belongs to a stranger stops neither the start nor the stranger', async () => {
    const dataDir = await left.folder()
    const cluster = join(dataDir, 'postgres', 'cluster')
    await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n1234 5678\nready   \n`)
    const { url } = await start(dataDir)
    expect(await ask(url, 'select n from kept')).toEqual({ n: 7 })
  })
})
