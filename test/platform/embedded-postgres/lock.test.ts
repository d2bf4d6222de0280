import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeLock } from '#platform/embedded-postgres/lock.ts'
import { tempFolder } from './support.ts'

const quiet = () => {}

describe('the lock of a data folder', () => {
  test('a live holder keeps it, and its release gives it to the next', async () => {
    const home = await tempFolder()
    const first = await takeLock(home, 0, quiet)
    await expect(takeLock(home, 0, quiet)).rejects.toThrow(`pid ${process.pid}`)
    await first.release()
    await expect(takeLock(home, 0, quiet)).resolves.toBeDefined()
  })

  test('who waits gets it when the holder leaves', async () => {
    const home = await tempFolder()
    const first = await takeLock(home, 0, quiet)
    let released = false
    const waiting = takeLock(home, 60_000, () => {
      released = true // the waiting one has met the holder; now let it go
      void first.release()
    })
    await waiting
    expect(released).toBe(true)
  })

  test('a holder that says it is leaving is waited for even by who would not wait', async () => {
    const home = await tempFolder()
    const first = await takeLock(home, 0, quiet)
    await first.stopping()
    await expect(takeLock(home, 0, () => void first.release())).resolves.toBeDefined()
  })

  test('a dead holder, or a stranger who now has its process number, keeps nobody out', async () => {
    for (const holder of [{ pid: 2_147_483_646, identity: '' }, { pid: process.pid, identity: 'another boot:1' }]) {
      const home = await tempFolder()
      await writeFile(join(home, 'owner.lock'), JSON.stringify({ ...holder, state: 'running' }))
      await takeLock(home, 0, quiet)
      expect(JSON.parse(await readFile(join(home, 'owner.lock'), 'utf8')).pid).toBe(process.pid)
    }
  })

  test('of eight who find a dead lock at once exactly one gets it, and no litter stays', async () => {
    for (let round = 0; round < 10; round += 1) {
      const home = await tempFolder()
      await writeFile(join(home, 'owner.lock'), round % 2 === 0 ? 'cut off' : JSON.stringify({ pid: 2_147_483_646, identity: '', state: 'running' }))
      const ends = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(home, 0, quiet)))
      expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
      expect(await readdir(home)).toEqual(['owner.lock'])
    }
  })
})
