import { describeRoute } from 'hono-openapi'
import { Hono } from 'hono'
import * as z from 'zod'
import { DOCUMENT_TYPES } from '#case/words.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import { line } from '#platform/validation/text.ts'
import type { WebEnv } from '#store/web-env.ts'
import { oneOf } from './file-application.schema.ts'
import { findReturning, openReturning } from './returning.ts'

const Shown = z.strictObject({ documentType: oneOf('证件', DOCUMENT_TYPES), documentNumber: line({ label: '证件号码', max: 40 }) }).meta({ id: 'ShownDocument' })
const text = z.string().nullable()
const Found = z.object({ cases: z.int().describe('在本机关申请过几件'), lastNumber: text, lastReceivedOn: text }).meta({ id: 'ReturningApplicant' })
const OpenedApplicant = z
  .object({ number: z.string().describe('查看记在这件案子里'), name: z.string(), contactName: text, phone: text, email: text, address: text, postcode: text })
  .meta({ id: 'OpenedApplicant' })

/** `/applicants/lookup` and `/applicants/open`: a returning applicant by the whole number of his document. */
export const returningApi = new Hono<WebEnv>()
  .post('/applicants/lookup', describeRoute({
    operationId: 'lookUpApplicant',
    tags: ['申请'],
    summary: '按证件号码查是否申请过',
    description: '只认完整的证件号码，只查本机关，不给姓名和联系方式；每人每小时最多120次。没有申请过的，cases是0。',
    security: STAFF_SECURITY,
    requestBody: jsonRequest(Shown),
    responses: { 200: jsonAnswer('申请过几件、最近一件', Found), ...problems(401, 403, 422, 429) },
  }), requireStaff, async (c) => {
    const found = await findReturning(staffCtx(c), await jsonBody(c, Shown))
    c.header('Cache-Control', 'no-store')
    return c.json(found ?? { cases: 0, lastNumber: null, lastReceivedOn: null })
  })
  .post('/applicants/open', describeRoute({
    operationId: 'openApplicant',
    tags: ['申请'],
    summary: '带出以前申请人的姓名和联系方式',
    description: '录入新申请时用。查看记进他最近一件案子的经过，不能删改。',
    security: STAFF_SECURITY,
    requestBody: jsonRequest(Shown),
    responses: { 200: jsonAnswer('姓名和联系方式', OpenedApplicant), ...problems(401, 403, 409, 422, 429) },
  }), requireStaff, async (c) => {
    const opened = await openReturning(staffCtx(c), await jsonBody(c, Shown))
    if (!opened.ok) return refusalResponse(c, opened.refusal)
    const { number, name, personal: { contactName, phone, email, address, postcode } } = opened
    c.header('Cache-Control', 'no-store')
    return c.json({ number, name, contactName, phone, email, address, postcode })
  })
