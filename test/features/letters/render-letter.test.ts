import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import { renderLetter } from '#features/letters/render-letter.handler.ts'
import { renderLetterJob } from '#features/letters/render-letter.job.ts'
import { failedLetters, retryLetter } from '#features/letters/index.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex, toHex } from '#platform/crypto/digest.ts'
import { LetterPropsError, LetterRenderError, MissingGlyphError } from '#platform/letters/renderer.ts'
import { appendEvents, loadCaseById } from '#store/case-store.ts'
import { contextFor } from '#store/context.ts'
import { readLetter } from '#store/letters.ts'
import { handle, JobFailed, runOutboxRow } from '#store/outbox-run.ts'
import { verifyChains } from '#store/verify.ts'
import { letterWorld, type LetterWorld } from '#test/support/letter-world.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

type Render = Parameters<typeof renderLetter>[0]['render']
const pdf = new TextEncoder().encode('%PDF-1.7')
const good: Render = async () => ({ bytes: pdf, sha256: sha256Hex(pdf), pages: 2 })

describe('a queued letter', () => {
  let database: FreshDatabase
  let world: LetterWorld
  let caseId: string
  let letterId: string
  let cases = 0
  beforeAll(async () => {
    database = await freshDatabase()
    world = await letterWorld(database.url)
  })
  afterAll(async () => {
    expect((await verifyChains(world.services.sql)).broken).toEqual([])
    await world.close()
    await database.drop()
  })
  beforeEach(async () => {
    await database.sql`truncate outbox restart identity`
    cases += 1
    caseId = await world.openCase(`2026-${String(cases).padStart(4, '0')}`)
    letterId = await world.order(caseId)
  })

  const run = (render: Render, outboxId = 1) =>
    runOutboxRow(world.services, new Map([handle(renderLetterJob, renderLetter({ render }))]), outboxId)
  const letter = async () => (await readLetter(world.services.db, letterId))!
  const events = async () => (await loadCaseById(world.services.db, caseId)).events.map(({ event }) => event)

  test('keeps its bytes, their SHA-256 and its pages, and the case says so', async () => {
    world.pass(60)
    await run(good)
    const stored = await letter()
    expect(stored).toMatchObject({ status: 'stored', pages: 2, failure: null, storedAt: world.services.clock.now() })
    expect(Buffer.from(stored.bytes!).toString()).toBe('%PDF-1.7')
    expect(toHex(stored.sha256!)).toBe(sha256Hex('%PDF-1.7'))
    expect((await events()).at(-1)).toEqual({
      type: 'letter_stored', on: '2026-11-02', letterId, sha256: sha256Hex('%PDF-1.7'), pages: 2, size: 8,
    })
    expect((await loadCaseById(world.services.db, caseId)).events.at(-1)).toMatchObject({ actorKind: 'system', actorName: '系统' })
  })

  test('is rendered from the props that were stored with it', async () => {
    const seen: unknown[] = []
    await run(async (...args) => (seen.push(args), good(...args)))
    expect(seen).toEqual([['registration-receipt', { text: '一段文字' }]])
    expect(sha256Hex(canonicalJson((await letter()).props))).toBe(sha256Hex('{"text":"一段文字"}'))
  })

  test('is stored once when two jobs were made for it', async () => {
    await database.sql`insert into outbox (job, payload) select job, payload from outbox`
    const both = Promise.withResolvers<void>()
    let rendering = 0
    const together: Render = async (...args) => {
      rendering += 1
      if (rendering === 2) both.resolve()
      await both.promise
      return good(...args)
    }
    await Promise.all([run(together, 1), run(together, 2)])
    expect((await events()).filter(({ type }) => type === 'letter_stored')).toHaveLength(1)
    expect(await database.sql`select 1 from outbox where done_at is null`).toHaveLength(0)
  })

  test('is stored although somebody changes the case while it is rendered', async () => {
    await run(async (...args) => {
      const { db } = world.services
      const ctx = contextFor(world.services, SYSTEM)
      await db.transaction(async (tx) => appendEvents(tx, ctx, await loadCaseById(tx, caseId), [{ type: 'application_accepted', on: ctx.today }]))
      return good(...args)
    })
    expect((await events()).map(({ type }) => type)).toEqual(['application_received', 'application_accepted', 'letter_stored'])
  })

  test('that is stored stays as it was: rendering again and any change are refused', async () => {
    await run(good)
    await database.sql`update outbox set done_at = null`
    await run(async () => ({ bytes: new Uint8Array([1]), sha256: '', pages: 9 }))
    expect((await letter()).pages).toBe(2)
    await expect(database.sql`update letter set bytes = '' where id = ${letterId}`).rejects.toThrow('stays as it was sent')
    await expect(database.sql`delete from letter where id = ${letterId}`).rejects.toThrow('append-only')
  })

  const missing = new MissingGlyphError('字体里没有“𠮷”（U+20BB7）', [])
  test.each([
    ['a character that no font has', missing, /^字体里没有“𠮷”（U\+20BB7）。/],
    ['props that do not fit', new LetterPropsError('props'), /模板/],
    ['a template that breaks', new LetterRenderError('failed', 'x'), /没有排成/],
  ])('that cannot be set because of %s says why, without endless tries', async (_, fault, words) => {
    await run(async () => Promise.reject(fault))
    expect(await letter()).toMatchObject({ status: 'failed', bytes: null })
    expect((await letter()).failure).toMatch(words)
    expect(await database.sql`select 1 from outbox where done_at is null`).toHaveLength(0)
    expect((await events()).map(({ type }) => type)).toEqual(['application_received'])
  })

  test.each([new LetterRenderError('crashed', 'x'), new LetterRenderError('timeout', 'x'), new Error('disk')])(
    'that met a passing fault (%s) is tried again',
    async (fault) => {
      await expect(run(async () => Promise.reject(fault))).rejects.toBeInstanceOf(JobFailed)
      expect((await letter()).status).toBe('queued')
      await run(good)
      expect((await letter()).status).toBe('stored')
    },
  )

  test('that failed is made again when an operator asks, and only then', async () => {
    const ctx = contextFor(world.services, SYSTEM)
    expect(await retryLetter(ctx, letterId)).toMatchObject({ ok: false, refusal: { code: 'letters/not-failed' } })
    await run(async () => Promise.reject(missing))
    expect((await failedLetters(world.services.db)).map(({ id }) => id)).toContain(letterId)
    expect(await retryLetter(ctx, letterId)).toEqual({ ok: true })
    await run(good, 2)
    expect(await letter()).toMatchObject({ status: 'stored', failure: null })
  })
})
