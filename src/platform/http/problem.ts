import type { Refusal } from '#law/refusal.ts'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError, type FieldError } from '../errors.ts'

/** RFC 9457 problem, with our `code`, the article and the wrong fields. */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: ContentfulStatusCode
  readonly detail: string
  readonly code: string
  readonly cite?: Refusal['cite']
  readonly errors?: readonly FieldError[]
  readonly requestId: string
}

const STATUS: Record<AppError['kind'], ContentfulStatusCode> = {
  not_found: 404,
  conflict: 409,
  forbidden: 403,
  unauthenticated: 401,
  invalid: 422,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
}

const TITLES: Partial<Record<number, string>> = {
  401: '需要登录',
  403: '没有这项权限',
  404: '没有找到',
  409: '现在不能这样办',
  413: '内容太大',
  422: '内容需要改',
  429: '请求太密',
  500: '系统出错',
  503: '暂时不能办',
}

/** The one place where errors become HTTP numbers. Anything unknown is a bug: 500 and nothing of its text. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof AppError) {
    return problem(STATUS[error.kind], error.options.code ?? `common/${error.kind}`, error.publicText, requestId, error.options.fields ? { errors: error.options.fields } : {})
  }
  return problem(500, 'common/internal', '系统出错了，您写的内容没有存进去。请稍后再试，还不行请报请求号。', requestId)
}

/** A refusal: 409, or 403 when the person's role is the reason. */
export function problemOfRefusal(refusal: Refusal, requestId: string): Problem {
  return problem(statusOfRefusal(refusal), refusal.code, refusal.message, requestId, refusal.cite ? { cite: refusal.cite } : {})
}

const FORBIDDEN: ReadonlySet<string> = new Set([
  'case/not-permitted', 'review/own-draft', 'review/same-person', 'review/other-unit', 'assignment/not-handler',
])

export function statusOfRefusal(refusal: Refusal): 403 | 409 {
  return FORBIDDEN.has(refusal.code) ? 403 : 409
}

export function problem(
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  requestId: string,
  more: Pick<Problem, 'cite' | 'errors'> = {},
): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? '出错了', status, detail, code, ...more, requestId }
}
