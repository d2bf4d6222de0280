import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import { keepUploads, moveUploads, openUpload, removeUpload, uploadsOf, type UploadOwner } from '#features/uploads/index.ts'
import { clamdScanner } from '#platform/files/clamd.ts'
import { jobHandlers, sweep } from '#src/jobs.ts'
import { contextFor, type Ctx, type Services } from '#store/context.ts'
import { runOutboxRow } from '#store/outbox-run.ts'
import { startClamd, type TestClamd } from '#test/support/clamd.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'
import { EICAR, file, jpeg, pdf } from '#test/support/papers.ts'

let desk: Desk
let clamd: TestClamd
let services: Services
let drafts = 0

beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  clamd = await startClamd()
  services = desk.services
})
afterAll(async () => {
  await clamd.stop()
  await desk.close()
})
beforeEach(async () => {
  await desk.services.sql`truncate outbox`
  desk.clock.set('2026-11-20')
})

/** With a scanner at that port; nobody listens at port 1. */
const scanning = (port = clamd.port): Ctx => contextFor({ ...services, files: { ...desk.papers.files, scanner: clamdScanner({ host: '127.0.0.1', port }, { seconds: 5 }) } }, APPLICANT)
const draft = (): UploadOwner => ({ kind: 'draft', id: `job-${(drafts += 1)}` })
const keep = (ctx: Ctx, owner: UploadOwner, bytes: Uint8Array<ArrayBuffer>) => keepUploads(ctx, { authorityId: 'shiju', owner, purpose: 'supplement', field: 'files', files: [file(bytes, '材料.pdf')] })
const stored = async (id: string) => [...(await desk.papers.contents()).keys()].some((path) => path.endsWith(id))

/** Carries out every waiting job as the jobs process does; returns how many failed. */
async function runJobs(by: Services = services): Promise<number> {
  const handlers = jobHandlers({ letters: { render: () => Promise.reject(new Error('no letters here')) } })
  const rows = await services.sql<{ id: string }[]>`select id from outbox where done_at is null and job in ('erase-upload', 'scan-upload') order by id`
  const done = await Promise.allSettled(rows.map(({ id }) => runOutboxRow(by, handlers, Number(id))))
  return done.filter(({ status }) => status === 'rejected').length
}
const found = async (name: string, options = {}) => (await sweep(services, options)).find((task) => task.name === name)!.found

describe('the scanner', () => {
  test('finds a clean file clean, and then it may be opened', async () => {
    const ctx = scanning()
    const owner = draft()
    const { kept: [one] } = await keep(ctx, owner, pdf(2))
    expect(one!.scan).toBe('clean')
    expect((await openUpload(ctx, owner, one!.id)).ok).toBe(true)
  })

  test('finds a virus: the person is told, the file is quarantined, never opened, and never moved into a case', async () => {
    const ctx = scanning()
    const owner = draft()
    const { kept, errors } = await keep(ctx, owner, pdf(1, { note: EICAR }))
    expect(kept).toEqual([])
    expect(errors).toEqual([{ field: 'files', message: '“材料.pdf”里查到病毒，已经隔离，请先杀毒再传' }])
    const [one] = await uploadsOf(ctx, ctx.db, owner)
    expect(one).toMatchObject({ scan: 'found', finding: 'Eicar-Signature' })
    expect(await openUpload(ctx, owner, one!.id)).toMatchObject({ ok: false, refusal: { code: 'uploads/quarantined' } })
    expect(await ctx.db.transaction((tx) => moveUploads(tx, owner, { kind: 'case', id: 'x', authorityId: 'shiju' }))).toEqual([])
    expect(await stored(one!.id)).toBe(true)
    for (const [, bytes] of await desk.papers.contents()) expect(bytes.includes('EICAR')).toBe(false)
  })

  test('is down: the file is kept and opened by nobody until a job has found it clean', async () => {
    const down = scanning(1)
    const owner = draft()
    const { kept: [one], errors } = await keep(down, owner, pdf(3))
    expect(errors).toEqual([])
    expect(one!.scan).toBe('waiting')
    expect(await openUpload(down, owner, one!.id)).toMatchObject({ ok: false, refusal: { code: 'uploads/not-scanned' } })
    expect(await runJobs(down)).toBe(1)
    expect((await uploadsOf(down, down.db, owner))[0]!.scan).toBe('waiting')
    expect(await runJobs(scanning())).toBe(0)
    expect((await uploadsOf(down, down.db, owner))[0]!.scan).toBe('clean')
    expect((await openUpload(down, owner, one!.id)).ok).toBe(true)
  })

  test('finds it later, when it is in a case already: quarantined there, and the handler is told', async () => {
    const owner = draft()
    await keep(scanning(1), owner, pdf(1, { note: EICAR }))
    const number = await desk.file({ stage: 'in_progress' })
    const [row] = await services.sql<{ id: string; handler_id: string }[]>`select id, handler_id from case_file where number = ${number}`
    const to = { kind: 'case' as const, id: row!.id, authorityId: 'shiju' }
    const ctx = scanning()
    const [moved] = await ctx.db.transaction((tx) => moveUploads(tx, owner, to))
    expect(await runJobs(ctx)).toBe(0)
    expect(await openUpload(ctx, to, moved!.uploadId)).toMatchObject({ ok: false, refusal: { code: 'uploads/quarantined' } })
    const told = await services.sql`select text from notification where user_id = ${row!.handler_id} and case_id = ${row!.id}`
    expect(told.map(({ text }) => text as string)).toContain(`案件${number}卷内有一份材料查到病毒，已经隔离`)
  })

  test('that was taken out of the configuration leaves what waits for it shut', async () => {
    const owner = draft()
    const { kept: [one] } = await keep(scanning(1), owner, pdf(1))
    expect(await runJobs()).toBe(1)
    expect((await openUpload(scanning(), owner, one!.id)).ok).toBe(false)
  })

  test('a job that was forgotten is made again', async () => {
    const owner = draft()
    const { kept: [one] } = await keep(scanning(1), owner, jpeg('forgotten'))
    await services.sql`truncate outbox`
    desk.clock.set('2026-11-20T02:02:00.000Z')
    expect(await found('uploads-without-job')).toContain(`upload ${one!.id}`)
    expect(await found('uploads-without-job')).not.toContain(`upload ${one!.id}`)
    await runJobs(scanning())
    expect((await uploadsOf(scanning(), services.db, owner))[0]!.scan).toBe('clean')
  })
})

describe('erasing', () => {
  test('a removed file is gone from the storage and the table once its job ran, however often', async () => {
    const owner = draft()
    const ctx = contextFor(services, APPLICANT)
    const { kept: [one] } = await keep(ctx, owner, pdf(1))
    expect(await stored(one!.id)).toBe(true)
    await removeUpload(ctx, owner, one!.id)
    const [row] = await services.sql<{ id: string }[]>`select id from outbox where job = 'erase-upload'`
    await Promise.all([runJobs(), runJobs()])
    expect(await stored(one!.id)).toBe(false)
    expect(await services.sql`select 1 from upload where id = ${one!.id}`).toHaveLength(0)
    await services.sql`update outbox set done_at = null where id = ${row!.id}`
    expect(await runJobs()).toBe(0)
  })

  test('a storage that is down: the job fails, and the next one erases', async () => {
    const owner = draft()
    const ctx = contextFor(services, APPLICANT)
    const { kept: [one] } = await keep(ctx, owner, pdf(1))
    await removeUpload(ctx, owner, one!.id)
    const down = { ...services, files: { ...desk.papers.files, storage: { ...desk.papers.files.storage, erase: () => Promise.reject(new Error('down')) } } }
    expect(await runJobs(down)).toBe(1)
    expect(await services.sql`select 1 from upload where id = ${one!.id}`).toHaveLength(1)
    expect(await runJobs()).toBe(0)
    expect(await stored(one!.id)).toBe(false)
  })

  test('papers of a saved draft stay as long as the draft; those of no draft go after a day', async () => {
    const ctx = contextFor(services, APPLICANT)
    const name = Buffer.alloc(32, 5)
    await services.sql`insert into application_draft (token_hash, authority_id, content, key_id, updated_at, expires_at) values (${name}, 'shiju', '', 'test', ${ctx.now}, '2026-12-20T02:00:00Z')`
    const saved: UploadOwner = { kind: 'draft', id: name.toString('hex') }
    const loose = draft()
    const { kept: [mine] } = await keep(ctx, saved, pdf(1))
    const { kept: [other] } = await keep(ctx, loose, pdf(1))
    expect(await found('uploads-of-expired-drafts')).not.toContain(`upload ${other!.id}`)
    desk.clock.set('2026-11-22')
    const dry = await found('uploads-of-expired-drafts', { dryRun: true })
    expect(dry).toContain(`upload ${other!.id}`)
    expect(await uploadsOf(ctx, ctx.db, loose)).toHaveLength(1)
    expect(await found('uploads-of-expired-drafts')).toEqual(dry)
    expect(await uploadsOf(ctx, ctx.db, loose)).toEqual([])
    expect(await uploadsOf(ctx, ctx.db, saved)).toHaveLength(1)
    desk.clock.set('2026-12-21')
    expect(await found('uploads-of-expired-drafts')).toEqual([`upload ${mine!.id}`])
    await runJobs()
    expect(await stored(mine!.id)).toBe(false)
    expect(await stored(other!.id)).toBe(false)
  })

  test('papers of a case, of an arrival that waits and of a correction outlive every sweep', async () => {
    const ctx = contextFor(services, APPLICANT)
    const owners = (['case', 'pending', 'supplement'] as const).map((kind) => ({ kind, id: `long-${kind}`, authorityId: 'shiju' }))
    for (const owner of owners) {
      const from = draft()
      await keep(ctx, from, jpeg(owner.kind))
      await ctx.db.transaction((tx) => moveUploads(tx, from, owner))
    }
    desk.clock.set('2030-11-20')
    await sweep(services)
    await runJobs()
    for (const owner of owners) expect(await uploadsOf(ctx, ctx.db, owner)).toHaveLength(1)
  })
})
