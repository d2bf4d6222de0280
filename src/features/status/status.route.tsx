/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { APPLICANT } from '#case/actor.ts'
import { letterForDownload, letterMissingPage, letterResponse } from '#features/letters/index.ts'
import { answerPage, currentPass, dropPass, givePass, keepNoCopy, passFor, type CasePass } from '#features/portal/index.ts'
import { casesOfApplication } from '#features/split/index.ts'
import { openUpload, uploadResponse } from '#features/uploads/index.ts'
import { secondsBetween } from '#platform/clock.ts'
import { AppError, notFound, type FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { parse } from '#platform/validation/parse.ts'
import { mainAuthority } from '#store/authority.ts'
import { loadCaseById } from '#store/case-store.ts'
import { contextFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { actionPages } from './actions.route.tsx'
import { findByCode } from './find-by-code.ts'
import { limitQueries } from './limit-queries.ts'
import { StatusFormPage } from './status-form.page.tsx'
import { StatusPage } from './status.page.tsx'
import { StatusQuery } from './status.schema.ts'
import { statusView } from './status-view.ts'

/** `/status`, `/status/:number` and the letters of one case. */
export const statusPages = new Hono<WebEnv>()
  .use('/status/*', async (c, next) => {
    keepNoCopy(c)
    await next()
  })
  .get('/status', (c) => answerForm(c, { number: c.req.query('number') ?? '', queryCode: '' }, []))
  .post('/status', async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    await limitQueries(c, ctx)
    const form = await formOf(c)
    const typed = { number: form.text('number'), queryCode: form.text('queryCode') }
    const parsed = parse(StatusQuery, typed)
    if (!parsed.ok) return answerForm(c, typed, parsed.errors, 422)
    const found = await findByCode(ctx, parsed.value, c.get('clientAddress'))
    if (!found.ok) {
      if (found.until) c.header('Retry-After', String(Math.ceil(secondsBetween(ctx.now, found.until))))
      return answerForm(c, typed, [{ field: 'number', message: found.message }], found.until ? 429 : 422)
    }
    givePass(c, 'status', { caseId: found.caseId, number: found.number })
    return c.redirect(`/status/${found.number}`, 303)
  })
  .post('/status/leave', (c) => {
    dropPass(c, 'status')
    dropPass(c, 'receipt')
    // The cookie of the form goes to /apply only; there the receipt of what was filed is forgotten too.
    return c.redirect('/apply/left', 303)
  })
  .get('/status/:number', async (c) => {
    const number = c.req.param('number')
    const pass = passFor(c, 'status', number) ?? (await passToSibling(c, number))
    if (!pass) return c.redirect(`/status?number=${encodeURIComponent(number)}`, 303)
    const view = await statusView(contextFor(c.get('services'), APPLICANT), pass.caseId)
    const back = { href: '/status', label: '返回：查询进度' }
    const page = <StatusPage {...view} csrf={c.get('csrfToken')} done={c.req.query('done') ?? null} />
    return answerPage(c, { title: `申请${number}`, current: 'status', back, authority: view.authority, children: page })
  })
  .get('/status/:number/letters/:file{[0-9a-f-]{36}\\.pdf}', async (c) => {
    const number = c.req.param('number')
    const pass = passFor(c, 'status', number)
    if (!pass) return c.redirect(`/status?number=${encodeURIComponent(number)}`, 303)
    const ctx = contextFor(c.get('services'), APPLICANT)
    const letterId = c.req.param('file').slice(0, -'.pdf'.length)
    const { letters } = await statusView(ctx, pass.caseId)
    const letter = letters.find(({ id }) => id === letterId)
    if (!letter) throw notFound()
    const found = await letterForDownload(ctx.db, { caseId: letter.caseId, caseNumber: number, letterId })
    return found.ok ? letterResponse(c, found.file) : letterMissingPage(c, found.refusal)
  })

  .get('/status/:number/files/:id', async (c) => {
    const number = c.req.param('number')
    const pass = passFor(c, 'status', number)
    if (!pass) return c.redirect(`/status?number=${encodeURIComponent(number)}`, 303)
    const ctx = contextFor(c.get('services'), APPLICANT)
    const { released } = await statusView(ctx, pass.caseId)
    const id = c.req.param('id')
    if (!released.some((file) => file.id === id)) throw notFound()
    const opened = await openUpload(ctx, { kind: 'case', id: pass.caseId }, id)
    if (!opened.ok) throw new AppError('conflict', opened.refusal.message, { code: opened.refusal.code })
    return uploadResponse(c, opened.file)
  })
  .route('/', actionPages)

/** Whoever has shown the code of an application may go over to its other parts. */
async function passToSibling(c: Context<WebEnv>, number: string): Promise<CasePass | null> {
  const shown = currentPass(c, 'status')
  if (shown === null) return null
  const { db } = c.get('services')
  const { row } = await loadCaseById(db, shown.caseId)
  const sibling = (await casesOfApplication(db, row.applicationId)).find((one) => one.number === number)
  if (sibling === undefined) return null
  givePass(c, 'status', { caseId: sibling.caseId, number })
  return { caseId: sibling.caseId, number }
}

async function answerForm(c: Context<WebEnv>, typed: { number: string; queryCode: string }, errors: readonly FieldError[], status: ContentfulStatusCode = 200): Promise<Response> {
  keepNoCopy(c)
  const authority = await mainAuthority(c.get('services').db)
  const page = <StatusFormPage {...typed} errors={errors} csrf={c.get('csrfToken')} phone={authority.consultPhone} />
  return answerPage(c, { title: '查询进度', current: 'status', authority, error: errors.length > 0, children: page }, status)
}
