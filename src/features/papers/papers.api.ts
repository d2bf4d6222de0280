import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { mayDo } from '#case/permission.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { dropUploads, isUploadPurpose, keepUploads, LIMITS_SENTENCE, uploadResponse, type UploadView } from '#features/uploads/index.ts'
import { invalid } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { formOf } from '#platform/http/form.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import { newId } from '#platform/ids.ts'
import { loadCase } from '#store/case-store.ts'
import type { WebEnv } from '#store/web-env.ts'
import { attachPapers } from './attach.ts'
import { listPapers, openPaper, openWithReason, stagingOf } from './case-papers.ts'
import { ATTACH_FORM, OpenPaper, PaperList } from './papers.schema.ts'

const common = { tags: ['办理'], security: STAFF_SECURITY }
const bytes = { schema: { type: 'string' as const, format: 'binary' } }
const file = { description: '文件', content: { 'application/pdf': bytes, 'image/jpeg': bytes, 'image/png': bytes } }

/** 卷内文件, to be mounted under `/api/v1`. */
export const papersApi = new Hono<WebEnv>()
  .get(
    '/cases/:number/files',
    describeRoute({ ...common, operationId: 'listPapers', summary: '卷内文件', responses: { 200: jsonAnswer('卷内文件', PaperList), ...problems(401, 404) } }),
    requireStaff,
    async (c) => c.json({ items: (await listPapers(staffCtx(c), c.req.param('number'))).map(asPaper) }),
  )
  .post(
    '/cases/:number/files',
    describeRoute({
      ...common,
      operationId: 'attach',
      summary: '添加材料',
      description: `${LIMITS_SENTENCE}有一个不合要求就一个也不存；卷里已有的同一份不重复存。`,
      requestBody: { required: true, content: { 'multipart/form-data': { schema: ATTACH_FORM } } },
      responses: { 201: jsonAnswer('卷内文件', PaperList), ...problems(401, 403, 404, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const number = c.req.param('number')
      const loaded = await loadCase(ctx.db, ctx.actor, number)
      const may = mayDo('attach', ctx.actor, loaded.state)
      if (!may.ok) return refusalResponse(c, may.refusal)
      const form = await formOf(c)
      const purpose = form.text('purpose')
      const files = form.files('files')
      if (!isUploadPurpose(purpose)) throw invalid([{ field: 'purpose', message: '请选择材料种类' }])
      if (files.length === 0) throw invalid([{ field: 'files', message: '请选择文件，用 multipart/form-data 传' }])
      const staging = stagingOf(loaded, ctx.actor, `/${newId(ctx.now)}`)
      const { errors } = await keepUploads(ctx, { authorityId: loaded.row.authorityId, owner: staging, purpose, field: 'files', files })
      if (errors.length > 0) {
        await ctx.db.transaction((tx) => dropUploads(tx, ctx, staging))
        throw invalid(errors)
      }
      const outcome = await attachPapers(ctx, number, staging)
      if (!outcome.ok) return refusalResponse(c, outcome.refusal)
      return c.json({ items: (await listPapers(ctx, number)).map(asPaper) }, 201)
    },
  )
  .get(
    '/cases/:number/files/:id',
    describeRoute({ ...common, operationId: 'getPaper', summary: '一份材料', description: '身份证明和授权委托书要写事由，用 POST open', responses: { 200: file, ...problems(401, 404, 409) } }),
    requireStaff,
    async (c) => {
      const opened = await openPaper(staffCtx(c), c.req.param('number'), c.req.param('id'))
      return opened.ok ? uploadResponse(c, opened.file) : refusalResponse(c, opened.refusal)
    },
  )
  .post(
    '/cases/:number/files/:id/open',
    describeRoute({
      ...common,
      operationId: 'openPaper',
      summary: '写明事由打开一份材料',
      description: '谁看过、为什么，写进案件经过',
      requestBody: jsonRequest(OpenPaper),
      responses: { 200: file, ...problems(401, 403, 404, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const { reason } = await jsonBody(c, OpenPaper)
      const opened = await openWithReason(ctx, c.req.param('number'), c.req.param('id'), reason)
      return opened.ok ? uploadResponse(c, opened.file) : refusalResponse(c, opened.refusal)
    },
  )

function asPaper({ id, purpose, name, type, size, pages, sha256, scan, addedByName, createdAt }: UploadView) {
  return { id, purpose, name, type, size, pages, sha256, scan, addedByName, addedAt: createdAt }
}
