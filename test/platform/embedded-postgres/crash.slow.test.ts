import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { startChild } from './child-process.ts'
import { ask, Left, start, tempFolder } from './support.ts'

const left = new Left()
afterAll(() => left.remove())

async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** Resolves when the server of that address has cut an open connection, which it does when it ends. */
async function serverGone(url: string, during: () => Promise<void>): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {})
  await once(socket, 'connect')
  const closed = once(socket, 'close')
  socket.resume()
  await during()
  await closed
}

/** The small shell between a child and its server. */
async function keeperOf(postmaster: number): Promise<number> {
  return Number((await promisify(execFile)('ps', ['-o', 'ppid=', '-p', String(postmaster)])).stdout.trim())
}

describe('after kill -9', { timeout: 60_000 }, () => {
  test('of the whole program the server ends by itself, and the next start finds every committed row', async () => {
    const dataDir = await left.folder()
    const child = startChild(dataDir, await tempFolder())
    const url = await child.url()
    await ask(url, 'insert into kept values (11)')
    await serverGone(url, () => child.kill())
    const next = await start(dataDir)
    expect(await ask(next.url, 'select n from kept where n = 11')).toEqual({ n: 11 })
  })

  test('of the server its owner learns it, and the next start finds every committed row', async () => {
    const dataDir = await left.folder()
    const running = await start(dataDir, { durable: true })
    await ask(running.url, 'insert into kept values (12)')
    process.kill(await postmasterOf(dataDir), 'SIGKILL')
    expect(await running.ended).toBe('unexpected')
    await running.stop()
    const next = await start(dataDir, { durable: true })
    expect(await ask(next.url, 'select n from kept where n = 12')).toEqual({ n: 12 })
  })

  test('of the program and of its keeper the next start ends the orphan in order', async () => {
    const dataDir = await left.folder()
    const child = startChild(dataDir, await tempFolder())
    const url = await child.url()
    await ask(url, 'insert into kept values (13)')
    const orphan = await postmasterOf(dataDir)
    const keeper = await keeperOf(orphan)
    // The keeper's watching half has the same parent; both must go, or it would still end the server.
    const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pid=,ppid='])
    const halves = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number)).filter(([pid, parent]) => parent === keeper && pid !== orphan)
    const both = [keeper, ...halves.map(([half]) => half!)]
    // Neither may see the other go.
    for (const pid of both) process.kill(pid, 'SIGSTOP')
    for (const pid of both) process.kill(pid, 'SIGKILL')
    await child.kill()
    expect(await ask(url, 'select 1 as still')).toEqual({ still: 1 })
    const said: string[] = []
    const next = await start(dataDir, { log: (line) => said.push(line) })
    expect(said).toContain(`上次启动的数据库（pid ${orphan}）仍在运行，正在停止它。`)
    expect(await ask(next.url, 'select n from kept where n = 13')).toEqual({ n: 13 })
  })

  test('of the keeper alone, stop still leaves no server behind', async () => {
    const dataDir = await left.folder()
    const running = await start(dataDir)
    process.kill(await keeperOf(await postmasterOf(dataDir)), 'SIGKILL')
    expect(await running.ended).toBe('unexpected')
    await running.stop()
    await expect(ask(running.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('signals', { timeout: 60_000 }, () => {
  test('a SIGTERM for the whole process group reaches the program alone, which can still use the database', async () => {
    const dataDir = await left.folder()
    const child = startChild(dataDir, await tempFolder())
    const url = await child.url()
    const { stdout } = await promisify(execFile)('ps', ['-o', 'pgid=', '-p', `${await postmasterOf(dataDir)},${child.process.pid}`])
    const groups = stdout.trim().split(/\s+/)
    expect(new Set(groups).size).toBe(2)
    expect(await child.stop()).toBe(0)
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('an open connection and an unfinished transaction do not hold stop up, and are not kept', async () => {
    const dataDir = await left.folder()
    const running = await start(dataDir)
    const sql = postgres(running.url, { max: 1, onclose: () => {} })
    onTestFinished(() => sql.end({ timeout: 0 }))
    await sql.unsafe('begin')
    await sql.unsafe('insert into kept values (100)')
    await running.stop()
    const next = await start(dataDir)
    expect(await ask(next.url, 'select n from kept where n = 100')).toEqual({})
  })

  test('of two programs started at once on a new folder one serves and the other is refused in one sentence', async () => {
    const [dataDir, shelter] = [await tempFolder(), await tempFolder()]
    const two = [startChild(dataDir, shelter), startChild(dataDir, shelter)]
    const ends = await Promise.allSettled(two.map((child) => child.url()))
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    const refused = ends.find((end) => end.status === 'rejected')
    expect(String(refused?.reason)).toMatch(/正由另一个知悉进程（pid \d+）使用/)
  })
})
