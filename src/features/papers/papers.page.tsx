/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { mayDo } from '#case/permission.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { casePath, deskPage, staffCtx, viewCase } from '#features/desk/index.ts'
import { isUploadPurpose, keepUploads, REMOVE_UPLOAD, removeUpload, uploadResponse, uploadsOf } from '#features/uploads/index.ts'
import type { Refusal } from '#law/refusal.ts'
import type { FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { statusOfRefusal } from '#platform/http/problem.ts'
import { parse } from '#platform/validation/parse.ts'
import type { WebEnv } from '#store/web-env.ts'
import { ProblemPage } from '#ui/layout-plain.tsx'
import { attachPapers } from './attach.ts'
import { AttachPage } from './attach.page.tsx'
import { findPaper, isPersonal, openPaper, openWithReason, stagingOf } from './case-papers.ts'
import { OpenPaper } from './papers.schema.ts'
import { ReasonPage } from './reason.page.tsx'

/** `/desk/cases/:number/attach` and `/desk/cases/:number/files/:id`. */
export const papersPages = new Hono<WebEnv>()
  .get('/desk/cases/:number/attach', requireStaff, (c) => showAttach(c, c.req.param('number'), c.req.query('purpose') ?? 'supplement', []))
  .post('/desk/cases/:number/attach', requireStaff, (c) => attach(c, c.req.param('number')))
  .get('/desk/cases/:number/files/:id', requireStaff, async (c) => {
    const { number, id } = c.req.param()
    const ctx = staffCtx(c)
    if (isPersonal((await findPaper(ctx, number, id)).paper)) return showReason(c, number, id, '', [])
    const opened = await openPaper(ctx, number, id)
    return opened.ok ? uploadResponse(c, opened.file) : refused(c, number, opened.refusal)
  })
  .post('/desk/cases/:number/files/:id', requireStaff, async (c) => {
    const { number, id } = c.req.param()
    const reason = (await formOf(c)).text('reason')
    const parsed = parse(OpenPaper, { reason })
    if (!parsed.ok) return showReason(c, number, id, reason, parsed.errors, 422)
    const opened = await openWithReason(staffCtx(c), number, id, parsed.value.reason)
    return opened.ok ? uploadResponse(c, opened.file) : refused(c, number, opened.refusal)
  })

async function attach(c: Context<WebEnv>, number: string): Promise<Response> {
  const ctx = staffCtx(c)
  const view = await viewCase(ctx, number)
  const form = await formOf(c)
  const purpose = form.text('purpose')
  const staging = stagingOf(view, ctx.actor)
  if (!mayDo('attach', ctx.actor, view.state).ok) return showAttach(c, number, purpose, [], 403)
  if (!isUploadPurpose(purpose)) return showAttach(c, number, purpose, [{ field: 'purpose', message: '请选择材料种类' }], 422)
  const { errors } = await keepUploads(ctx, { authorityId: view.row.authorityId, owner: staging, purpose, field: 'files', files: form.files('files') })
  if (form.text(REMOVE_UPLOAD) !== '') {
    await removeUpload(ctx, staging, form.text(REMOVE_UPLOAD))
    return showAttach(c, number, purpose, errors, errors.length > 0 ? 422 : 200)
  }
  const staged = (await uploadsOf(ctx, ctx.db, staging)).filter(({ scan }) => scan !== 'found')
  const wrong = errors.length > 0 || staged.length > 0 ? errors : [{ field: 'files', message: '请选择文件' }]
  if (wrong.length > 0) return showAttach(c, number, purpose, wrong, 422)
  const outcome = await attachPapers(ctx, number, staging)
  return outcome.ok ? c.redirect(`${casePath(number)}?done=attach`, 303) : refused(c, number, outcome.refusal)
}

async function showAttach(c: Context<WebEnv>, number: string, purpose: string, errors: readonly FieldError[], status: ContentfulStatusCode = 200): Promise<Response> {
  const ctx = staffCtx(c)
  const view = await viewCase(ctx, number)
  const staged = await uploadsOf(ctx, ctx.db, stagingOf(view, ctx.actor))
  return deskPage(c, ctx, {
    title: '添加材料',
    context: <a href={casePath(number)}>返回{number}</a>,
    current: 'cases',
    status,
    error: errors.length > 0,
    children: <AttachPage ctx={ctx} view={view} purpose={purpose} staged={staged} errors={errors} csrf={c.get('csrfToken')} />,
  })
}

async function showReason(c: Context<WebEnv>, number: string, id: string, reason: string, errors: readonly FieldError[], status: ContentfulStatusCode = 200): Promise<Response> {
  const ctx = staffCtx(c)
  const view = await viewCase(ctx, number)
  const { paper } = await findPaper(ctx, number, id)
  return deskPage(c, ctx, {
    title: '打开材料',
    context: <a href={casePath(number)}>返回{number}</a>,
    current: 'cases',
    status,
    error: errors.length > 0,
    children: <ReasonPage ctx={ctx} view={view} paper={paper} reason={reason} errors={errors} csrf={c.get('csrfToken')} />,
  })
}

function refused(c: Context<WebEnv>, number: string, refusal: Refusal): Response | Promise<Response> {
  return c.html(
    <ProblemPage title="打不开这份材料">
      <p>{refusal.message}。</p>
      <p><a href={casePath(number)}>返回案件{number}</a></p>
    </ProblemPage>,
    statusOfRefusal(refusal),
  )
}
