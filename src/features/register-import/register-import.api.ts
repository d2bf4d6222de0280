import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { invalid } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { formOf } from '#platform/http/form.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { carryOut } from './carry-out.ts'
import { chooseByHeads } from './choose-by-heads.ts'
import { importAnswer } from './import-answer.ts'
import { FILE_FORM, RegisterColumns, RegisterConfirmation, RegisterImportAnswer, RegisterImportDone } from './import.schema.ts'
import type { Importing } from './imports.ts'
import { onlyImporters } from './may-import.ts'
import { takeFile } from './prepare.ts'

const common = { tags: ['导入旧登记'], security: STAFF_SECURITY }
const answer = jsonAnswer('这次导入', RegisterImportAnswer)

/** `/register-imports`, to be mounted under `/api/v1`. */
export const registerImportApi = new Hono<WebEnv>()
  .post(
    '/register-imports',
    describeRoute({
      ...common,
      operationId: 'uploadRegister',
      summary: '上传旧登记表',
      description: '只是看，一件也不导入：答出认出的列和逐行检查的结果。公开办经办人可用',
      requestBody: { required: true, content: { 'multipart/form-data': { schema: FILE_FORM } } },
      responses: { 201: answer, ...problems(401, 403, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const who = importing(c)
      const [file] = (await formOf(c)).files('file')
      if (!file) throw invalid([{ field: 'file', message: '请选择登记表文件，用 multipart/form-data 传' }])
      const taken = await takeFile(who, c.get('tables'), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      return taken.ok ? c.json(await importAnswer(who, taken.id), 201) : refusalResponse(c, taken.refusal)
    },
  )
  .get(
    '/register-imports/:id',
    describeRoute({ ...common, operationId: 'getRegisterImport', summary: '一次导入', description: '列、逐行检查的结果，或者已经导入了多少', responses: { 200: answer, ...problems(401, 403, 404) } }),
    requireStaff,
    async (c) => c.json(await importAnswer(importing(c), c.req.param('id'))),
  )
  .put(
    '/register-imports/:id/columns',
    describeRoute({ ...common, operationId: 'chooseRegisterColumns', summary: '定列', description: '没有写的项就是文件里没有；定好的列下次会记得', requestBody: jsonRequest(RegisterColumns), responses: { 200: answer, ...problems(401, 403, 404, 409, 422) } }),
    requireStaff,
    async (c) => {
      const [who, id] = [importing(c), c.req.param('id')]
      const outcome = await chooseByHeads(who, id, await jsonBody(c, RegisterColumns))
      return outcome.ok ? c.json(await importAnswer(who, id)) : refusalResponse(c, outcome.refusal)
    },
  )
  .post(
    '/register-imports/:id/confirmation',
    describeRoute({ ...common, operationId: 'confirmRegisterImport', summary: '导入', description: '全部导入，或者一件也不导入。再确认一次不会再导入一次', requestBody: jsonRequest(RegisterConfirmation), responses: { 200: jsonAnswer('导入了', RegisterImportDone), ...problems(401, 403, 404, 409, 422) } }),
    requireStaff,
    async (c) => {
      const { digest, onlyGood } = await jsonBody(c, RegisterConfirmation)
      const outcome = await carryOut(importing(c), c.req.param('id'), { seen: digest, onlyGood })
      if (!outcome.ok) return refusalResponse(c, outcome.refusal)
      const { ok: _, ...done } = outcome
      return c.json(done)
    },
  )

function importing(c: Context<WebEnv>): Importing {
  const ctx = staffCtx(c)
  onlyImporters(ctx.actor)
  return { ctx, authorityId: ctx.actor.authorityId }
}
