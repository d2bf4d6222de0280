import { resolver } from 'hono-openapi'
import * as z from 'zod'

/** The shape of every error answer (RFC 9457), for the OpenAPI document. */
export const ProblemShape = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: '给人看的一句话' }),
    code: z.string().meta({ description: '给程序看的代码，例如 case/wrong-status' }),
    cite: z
      .object({ instrument: z.string(), article: z.int(), paragraph: z.int().optional(), item: z.int().optional() })
      .optional()
      .meta({ description: '依据的条、款、项' }),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional().meta({ description: '要改的字段' }),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })

const PROBLEMS = {
  401: '没有登录，或者令牌已失效',
  403: '这个人不能办这件事',
  404: '没有，或者不在您能看的范围里',
  409: '法律或者案件现在的情况不允许，或者别人刚改过',
  422: '内容需要改，errors 里逐项写明',
  429: '请求太密',
} as const

/** The error answers of a route, by number. */
export function problems(...statuses: readonly (keyof typeof PROBLEMS)[]) {
  const answer = (status: keyof typeof PROBLEMS) => ({
    description: PROBLEMS[status],
    content: { 'application/problem+json': { schema: resolver(ProblemShape) } },
  })
  return Object.fromEntries(statuses.map((status) => [String(status), answer(status)]))
}

/** A JSON answer of a route. */
export function jsonAnswer(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema: resolver(schema) } } }
}

/** A PDF. */
export function pdfAnswer(description: string) {
  return { description, content: { 'application/pdf': { schema: { type: 'string' as const, format: 'binary' } } } }
}

/** The JSON body that a route reads. */
export function jsonRequest(schema: z.ZodType, required = true) {
  return { required, content: { 'application/json': { schema: resolver(schema) } } }
}

/** Staff come with a bearer token or with the session cookie of their browser. */
export const STAFF_SECURITY: Record<string, string[]>[] = [{ bearer: [] }, { cookie: [] }]

/** The query of a route, from the schema that reads it. */
export function queryParameters(schema: z.ZodObject) {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { $schema: _, description, ...shape } = z.toJSONSchema(field as z.ZodType, { io: 'input' })
    return { in: 'query' as const, name, required: false, ...(description === undefined ? {} : { description }), schema: shape as object }
  })
}
