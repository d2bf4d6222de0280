import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '#case/actor.ts'
import { contentDisposition } from '#platform/http/content-disposition.ts'
import { lettersApi, letterPages } from '#features/letters/index.ts'
import { renderLetter } from '#features/letters/render-letter.handler.ts'
import { renderLetterJob } from '#features/letters/render-letter.job.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import { problemOf } from '#platform/http/problem.ts'
import { MissingGlyphError } from '#platform/letters/renderer.ts'
import { handle, runOutboxRow } from '#store/outbox-run.ts'
import type { WebEnv } from '#store/web-env.ts'
import { letterWorld, OFFICER, type LetterWorld } from '#test/support/letter-world.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

const pdf = new TextEncoder().encode('%PDF-1.7')
const DIGEST = sha256Hex(pdf)

describe('the PDF of a letter', () => {
  let database: FreshDatabase
  let world: LetterWorld
  let stored: string
  let queued: string
  let failed: string
  let other: string
  beforeAll(async () => {
    database = await freshDatabase()
    world = await letterWorld(database.url)
    const caseId = await world.openCase('2026-0187')
    const make = async (letterId: string, render: () => Promise<{ bytes: Uint8Array; sha256: string; pages: number }>) => {
      const [row] = await database.sql`select id::int as id from outbox where payload ->> 'letterId' = ${letterId}`
      await runOutboxRow(world.services, new Map([handle(renderLetterJob, renderLetter({ render }))]), row!['id'])
      return letterId
    }
    stored = await make(await world.order(caseId), async () => ({ bytes: pdf, sha256: '', pages: 1 }))
    world.pass(1)
    failed = await make(await world.order(caseId), async () => Promise.reject(new MissingGlyphError('字体里没有“𠮷”', [])))
    world.pass(1)
    queued = await world.order(caseId)
    other = await world.order(await world.openCase('2026-0188'))
  })
  afterAll(async () => {
    await world.close()
    await database.drop()
  })

  function ask(path: string, { staff = OFFICER, headers = {} }: { staff?: StaffActor | null; headers?: Record<string, string> } = {}) {
    const app = new Hono<WebEnv>()
    app.use(async (c, next) => {
      c.set('services', world.services)
      c.set('staff', staff)
      c.set('requestId', 'r')
      await next()
    })
    app.route('/api/v1', lettersApi).route('/', letterPages)
    app.onError((error, c) => {
      const problem = problemOf(error, 'r')
      return c.json(problem, problem.status)
    })
    return app.request(path, { headers })
  }
  const page = (id: string, number = '2026-0187') => `/desk/cases/${number}/letters/${id}.pdf`
  const api = (id = '', number = '2026-0187') => `/api/v1/cases/${number}/letters${id}`

  test('comes with its name in Chinese, its SHA-256 as ETag, and stays out of shared caches', async () => {
    for (const path of [page(stored), api(`/${stored}/pdf`)]) {
      const answer = await ask(path)
      expect(answer.status).toBe(200)
      expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('%PDF-1.7')
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="_ 2026-0187.pdf"; filename*=UTF-8''%E7%99%BB%E8%AE%B0%E5%9B%9E%E6%89%A7%202026-0187.pdf`,
        etag: `"${DIGEST}"`,
        'cache-control': 'private, no-store',
      })
    }
    expect((await ask(`${page(stored)}?download=1`)).headers.get('content-disposition')).toMatch(/^attachment;/)
    expect((await ask(page(stored), { headers: { 'if-none-match': `"${DIGEST}"` } })).status).toBe(304)
  })

  test('that is still being made answers 409 and says when to ask again', async () => {
    for (const path of [page(queued), api(`/${queued}/pdf`)]) {
      const answer = await ask(path)
      expect(answer.status).toBe(409)
      expect(answer.headers.get('retry-after')).toBe('3')
      expect(await answer.text()).toContain('《登记回执》的PDF正在生成')
    }
  })

  test('that cannot be made answers 409 and does not ask to wait', async () => {
    const answer = await ask(page(failed))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([409, null])
    expect(await answer.text()).toContain('没有生成出来')
  })

  test('of a foreign, a missing and another case are the same 404', async () => {
    const foreigner: StaffActor = { ...OFFICER, authorityId: 'elsewhere' }
    const answers = [
      await ask(page(stored), { staff: foreigner }),
      await ask(page(stored, '2026-9999')),
      await ask(page(other)),
      await ask(page('00000000-0000-7000-8000-000000000000')),
      await ask(api(`/${stored}/pdf`), { staff: foreigner }),
      await ask(api(`/${other}`)),
      await ask(api('/nonsense/pdf')),
      await ask(api('/nonsense')),
      await ask(api('', '2026-9999')),
    ]
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect(new Set(bodies).size).toBe(1)
  })

  test('is for those who signed in', async () => {
    for (const path of [api(), api(`/${stored}`), api(`/${stored}/pdf`)]) {
      expect((await ask(path, { staff: null })).status).toBe(401)
    }
    const sent = await ask(page(stored), { staff: null })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/signin?next=${encodeURIComponent(page(stored))}`])
  })

  test('is listed with its state and the reason why it is not there', async () => {
    const { letters } = (await (await ask(api())).json()) as { letters: Record<string, unknown>[] }
    expect(letters.map(({ id, status, sha256, failure }) => ({ id, status, sha256, failure }))).toEqual([
      { id: stored, status: 'stored', sha256: DIGEST, failure: null },
      { id: failed, status: 'failed', sha256: null, failure: expect.stringContaining('𠮷') },
      { id: queued, status: 'queued', sha256: null, failure: null },
    ])
    expect(await (await ask(api(`/${stored}`))).json()).toEqual(letters[0])
    expect((await ask(letters[0]!['pdf'] as string)).status).toBe(200)
  })

  test('is refused when its bytes are not those that were stored', async () => {
    await database.sql`alter table letter disable trigger letter_stays_sent`
    await database.sql`update letter set bytes = '%PDF-1.6' where id = ${stored}`
    const answer = await ask(page(stored))
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('%PDF')
    await database.sql`update letter set bytes = '%PDF-1.7' where id = ${stored}`
    expect((await ask(page(stored))).status).toBe(200)
  })
})

test('a file name carries no quote, slash or line end into the header, in any script', () => {
  expect(contentDisposition('inline', 'a"/\r\n%41\'b(𠮷).pdf')).toBe(
    `inline; filename="a_____41'b(_).pdf"; filename*=UTF-8''a____%2541%27b%28%F0%A0%AE%B7%29.pdf`,
  )
})
