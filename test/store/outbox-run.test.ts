import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import { staleVersion } from '#platform/errors.ts'
import { contextFor } from '#store/context.ts'
import { defineJob, enqueue } from '#store/outbox.ts'
import { handle, JobFailed, runOutboxRow, type Effect, type JobHandler, type JobHandlers } from '#store/outbox-run.ts'
import { troubledRows } from '#store/outbox-trouble.ts'
import { letterWorld, type LetterWorld } from '#test/support/letter-world.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

const note = defineJob<{ word: string }>('note')
const write = (word: string): Effect => async (tx) => void (await tx.execute(sql`insert into noted values (${word})`))
const handlers = (handler: JobHandler<{ word: string }>): JobHandlers => new Map([handle(note, handler)])

describe('a row of the outbox', () => {
  let database: FreshDatabase
  let world: LetterWorld
  beforeAll(async () => {
    database = await freshDatabase()
    world = await letterWorld(database.url)
    await database.sql`create table noted (word text)`
  })
  afterAll(async () => {
    await world.close()
    await database.drop()
  })
  beforeEach(() => database.sql`truncate noted, outbox restart identity`)

  const add = async () => {
    await enqueue(world.services.db, contextFor(world.services, SYSTEM), note, { word: '甲' })
    return 1
  }
  const noted = () => database.sql`select word from noted`
  const row = async () => (await database.sql`select * from outbox`)[0]!

  test('takes effect once when it is delivered twice at the same time', async () => {
    const id = await add()
    const both = Promise.withResolvers<void>()
    let arrived = 0
    const meet = handlers(async (_, { word }) => {
      arrived += 1
      if (arrived === 2) both.resolve()
      await both.promise
      return write(word)
    })
    await Promise.all([runOutboxRow(world.services, meet, id), runOutboxRow(world.services, meet, id)])
    expect(arrived).toBe(2)
    expect(await noted()).toEqual([{ word: '甲' }])
  })

  test('is not prepared again once it is done, nor when it is gone', async () => {
    const id = await add()
    let prepared = 0
    const count = handlers(async (_, { word }) => (prepared++, write(word)))
    await runOutboxRow(world.services, count, id)
    await runOutboxRow(world.services, count, id)
    await runOutboxRow(world.services, count, id + 1)
    expect(prepared).toBe(1)
    expect((await row()).done_at).not.toBeNull()
  })

  test('whose effect fails halfway leaves nothing behind and stays open', async () => {
    const id = await add()
    const half = handlers(async (_, { word }) => async (tx, ctx) => {
      await write(word)(tx, ctx)
      throw new TypeError('halfway')
    })
    await expect(runOutboxRow(world.services, half, id)).rejects.toBeInstanceOf(JobFailed)
    expect(await noted()).toHaveLength(0)
    expect(await row()).toMatchObject({ done_at: null, failures: 1 })
  })

  test('counts its failures, and tells of them no word of the data', async () => {
    const id = await add()
    const personal = '110101199003078515'
    const failures: JobHandler<{ word: string }>[] = [
      async () => { throw new Error(`cannot parse ${personal}`) },
      async () => async (tx) => void (await tx.execute(sql`insert into case_event (case_id) values (${personal})`)),
    ]
    const told = failures.map((failing) => runOutboxRow(world.services, handlers(failing), id).catch((error: Error) => error.message))
    const texts = [...(await Promise.all(told)), (await row()).last_error, ...world.said]
    expect((await row()).failures).toBe(2)
    expect(texts.join('\n')).not.toContain(personal)
    expect(texts.join('\n')).toContain('PostgresError 22P02')
    expect(await troubledRows(world.services.db)).toMatchObject([{ id, job: 'note', failures: 2, lastError: (await row()).last_error }])
    await runOutboxRow(world.services, handlers(async (_, { word }) => write(word)), id)
    expect(await troubledRows(world.services.db)).toEqual([])
  })

  test('is tried again at once when somebody changed the case in between, but not for ever', async () => {
    const id = await add()
    let tries = 0
    const stale = (until: number) => handlers(async (_, { word }) => async (tx, ctx) => {
      tries += 1
      if (tries < until) throw staleVersion()
      await write(word)(tx, ctx)
    })
    await runOutboxRow(world.services, stale(3), id)
    expect(tries).toBe(3)
    expect(await noted()).toEqual([{ word: '甲' }])
    await database.sql`update outbox set done_at = null`
    await expect(runOutboxRow(world.services, stale(Infinity), id)).rejects.toThrow('case/stale-version')
  })

  test('of a job that nobody knows fails and says so', async () => {
    const id = await add()
    await expect(runOutboxRow(world.services, new Map(), id)).rejects.toThrow('job/no-handler: note')
  })
})
