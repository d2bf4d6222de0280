import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyChains } from '#store/verify.ts'
import { eventually } from '#test/support/eventually.ts'
import { letterWorld, type LetterWorld } from '#test/support/letter-world.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { QUEUE_BACKENDS, type RunningBackend } from '#test/support/queue-backends.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

for (const backend of QUEUE_BACKENDS) {
  describe.skipIf(backend.missing)(`a jobs process on ${backend.title} that is killed`, { timeout: 150_000 }, () => {
    let database: FreshDatabase
    let server: RunningBackend
    let world: LetterWorld
    let folder: string
    const children: ChildProcess[] = []
    beforeEach(async () => {
      database = await freshDatabase()
      server = await backend.start(database.url)
      world = await letterWorld(database.url)
      folder = await mkdtemp(join(tmpdir(), 'zhixi-test-jobs-'))
    })
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill('SIGKILL')
      await world.close()
      await server.stop()
      await database.drop()
      await rm(folder, { recursive: true })
    })

    function start(): ChildProcess {
      const given = [database.url, folder, ...(server.redisUrl ? [server.redisUrl] : [])]
      const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/jobs-process.ts', ...given], {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      children.push(child)
      return child
    }
    async function end(child: ChildProcess, signal: NodeJS.Signals) {
      const ended = once(child, 'exit')
      child.kill(signal)
      return ended
    }
    const rendering = () => eventually(() => existsSync(join(folder, 'rendering')), { timeoutMs: 60_000 })
    const letter = async () => (await database.sql`select status, bytes, pages from letter`)[0]!

    test('between “issued” and “PDF stored” leaves one letter after a restart: not none, not two', async () => {
      const caseId = await world.openCase('2026-0001')
      const first = start()
      const letterId = await world.order(caseId)
      await rendering()
      await end(first, 'SIGKILL')
      expect(await letter()).toMatchObject({ status: 'queued', bytes: null })

      await writeFile(join(folder, 'go'), '')
      const second = start()
      await eventually(async () => expect(await letter()).toMatchObject({ status: 'stored', pages: 1 }), { timeoutMs: 60_000 })
      await eventually(async () => expect(await database.sql`select 1 from outbox where done_at is null`).toHaveLength(0))
      expect(await end(second, 'SIGTERM')).toEqual([0, null])

      const events = await database.sql`select type, data from case_event order by seq`
      expect(events.map(({ type }) => type)).toEqual(['application_received', 'letter_stored'])
      expect(events[1]!['data']).toMatchObject({ letterId, pages: 1, size: 5 })
      expect(await verifyChains(world.services.sql)).toEqual({ cases: 1, events: 2, broken: [] })
    })
  })
}
