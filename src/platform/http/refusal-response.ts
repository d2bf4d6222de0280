import type { Context } from 'hono'
import type { Refusal } from '#law/refusal.ts'
import type { PlatformVariables } from './env.ts'
import { problemOfRefusal, type Problem } from './problem.ts'

/** Any of our requests: all of them carry a request id. */
type AnyRequest = Context<{ Variables: PlatformVariables }>

/** A problem as `application/problem+json` (RFC 9457). */
export function problemResponse(c: AnyRequest, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status, { 'Content-Type': 'application/problem+json; charset=utf-8' })
}

/** A refusal of a command as a problem: 409, or 403 where the person is the reason. */
export function refusalResponse<E extends { Variables: PlatformVariables }>(c: Context<E>, refusal: Refusal): Response {
  const request = c as unknown as AnyRequest
  return problemResponse(request, problemOfRefusal(refusal, request.get('requestId')))
}
