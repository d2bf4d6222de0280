import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { COMMANDS } from '#case/transitions.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { briefOf, CaseBrief, SeenVersion, staffCtx } from '#features/desk/index.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { DraftAnswer, draftAnswer } from './draft-answer.ts'
import { ApproveDraft, DraftParts, ReturnDraft } from './draft.schema.ts'
import { draftView } from './draft-view.ts'
import { issueReply } from './issue.ts'
import { templateGate } from './reply-material.ts'
import { saveDraft } from './save-draft.ts'
import { approveDraft, returnDraft, submitDraft } from './sign-off.ts'

const PutDraft = DraftParts.extend({ version: SeenVersion }).meta({ id: 'PutDraft' })
const Seen = z.strictObject({ version: SeenVersion }).meta({ id: 'SeenCase' })
const Review = z
  .discriminatedUnion('action', [
    ApproveDraft.extend({ action: z.literal('approve'), version: SeenVersion }),
    ReturnDraft.extend({ action: z.literal('return'), version: SeenVersion }),
  ], { error: 'action只能是approve（审核同意）或者return（退回修改）' })
  .meta({ id: 'ReviewDraft' })
const Issued = z
  .object({
    documentNumber: z.string().meta({ example: '示例公信公开〔2026〕12号' }),
    letterId: z.uuid().meta({ description: '答复书；PDF生成后在 /cases/{number}/letters/{letterId}/pdf' }),
    case: CaseBrief,
  })
  .meta({ id: 'IssuedReply' })

const route = (operationId: string, summary: string, description: string, more: object) =>
  describeRoute({ operationId, tags: ['案件'], summary, description, security: STAFF_SECURITY, ...more })

/** 拟稿, 送审, 审核, 签发 over JSON: the verbs of the pages, under the same rules. */
export const replyApi = new Hono<WebEnv>()
  .get(
    '/cases/:number/draft',
    route('getDraft', '答复稿', '存过的稿，没有存过的给出建议的正文；gate列出送审前须改的。', {
      responses: { 200: jsonAnswer('稿', DraftAnswer), ...problems(401, 404, 409) },
    }),
    requireStaff,
    async (c) => {
      const draft = await draftView(staffCtx(c), c.req.param('number'))
      return draft.ok ? c.json(await draftAnswer(c.get('letters'), draft)) : refusalResponse(c, draft.refusal)
    },
  )
  .put(
    '/cases/:number/draft',
    route('saveDraft', COMMANDS.save_draft, '存为新的一稿；没写完也能存。', {
      requestBody: jsonRequest(PutDraft),
      responses: { 200: jsonAnswer('存好的稿', DraftAnswer), ...problems(401, 403, 404, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const number = c.req.param('number')
      const { version, ...parts } = await jsonBody(c, PutDraft)
      const outcome = await saveDraft(ctx, { number, version }, parts)
      if (!outcome.ok) return refusalResponse(c, outcome.refusal)
      const draft = await draftView(ctx, number)
      return draft.ok ? c.json(await draftAnswer(c.get('letters'), draft)) : refusalResponse(c, draft.refusal)
    },
  )
  .post(
    '/cases/:number/draft/submit',
    route('submitDraft', COMMANDS.submit_draft, '送最后存的一稿；还有须改的就拒绝，detail逐项写明。', {
      requestBody: jsonRequest(Seen, false),
      responses: { 200: jsonAnswer('送审后的案件', CaseBrief), ...problems(401, 403, 404, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const { version } = await jsonBody(c, Seen)
      const outcome = await submitDraft(ctx, { number: c.req.param('number'), version }, templateGate(ctx, c.get('letters')))
      return outcome.ok ? c.json(briefOf(ctx, outcome.saved)) : refusalResponse(c, outcome.refusal)
    },
  )
  .post(
    '/cases/:number/review',
    route('reviewDraft', '审核', '审核同意，或者写明理由退回修改。拟过稿的人不能审核。', {
      requestBody: jsonRequest(Review),
      responses: { 200: jsonAnswer('审核后的案件', CaseBrief), ...problems(401, 403, 404, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const input = await jsonBody(c, Review)
      const target = { number: c.req.param('number'), version: input.version }
      const outcome = input.action === 'approve' ? await approveDraft(ctx, target, input) : await returnDraft(ctx, target, input)
      return outcome.ok ? c.json(briefOf(ctx, outcome.saved)) : refusalResponse(c, outcome.refusal)
    },
  )
  .post(
    '/cases/:number/issue',
    route('issueReply', COMMANDS.issue, '给文号、生成答复书。拟过稿、审过稿的人不能签发。', {
      requestBody: jsonRequest(Seen, false),
      responses: { 200: jsonAnswer('签发的答复书', Issued), ...problems(401, 403, 404, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const { version } = await jsonBody(c, Seen)
      const outcome = await issueReply(ctx, { number: c.req.param('number'), version }, templateGate(ctx, c.get('letters')))
      if (!outcome.ok) return refusalResponse(c, outcome.refusal)
      const { documentNumber, letterId, saved } = outcome
      return c.json({ documentNumber, letterId, case: briefOf(ctx, saved) })
    },
  )
