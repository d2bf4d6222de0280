import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { AppError } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import type { WebEnv } from '#store/web-env.ts'
import { clientOf, credentialsOf, passCookies } from './auth-call.ts'
import { authFor } from './auth.adapter.ts'
import { requireStaff, staffOf } from './session.middleware.ts'
import { NewSession, whoIs, WhoIs } from './session.schema.ts'
import { SignIn } from './sign-in.schema.ts'
import { signIn, type NotSignedIn } from './sign-in.ts'

/** `/session` of the JSON API: sign in, who am I, sign out. */
export const sessionApi = new Hono<WebEnv>()

const tags = ['登录']

sessionApi.post(
  '/session',
  describeRoute({
    tags,
    operationId: 'signIn',
    summary: '登录，取得令牌',
    description: '15分钟内错5次，这个用户名锁15分钟。令牌放在 Authorization: Bearer 里，12小时不用就失效。',
    security: [],
    requestBody: jsonRequest(SignIn),
    responses: { 201: jsonAnswer('登录了', NewSession), ...problems(401, 403, 422, 429) },
  }),
  async (c) => {
    const services = c.get('services')
    const settings = c.get('settings')
    const input = await jsonBody(c, SignIn)
    const outcome = await signIn(services, authFor(services, settings), input, { client: clientOf(c), perMinute: settings.publicRate })
    if (!outcome.ok) throw errorOf(outcome)
    c.header('Cache-Control', 'no-store')
    return c.json({ token: outcome.token, expiresAt: outcome.expiresAt, user: await whoIs(services.db, outcome.staff) }, 201)
  },
)

sessionApi.get(
  '/session',
  describeRoute({
    tags,
    operationId: 'whoAmI',
    summary: '我是谁',
    security: STAFF_SECURITY,
    responses: { 200: jsonAnswer('登录的人', WhoIs), ...problems(401) },
  }),
  requireStaff,
  async (c) => c.json(await whoIs(c.get('services').db, staffOf(c))),
)

sessionApi.delete(
  '/session',
  describeRoute({
    tags,
    operationId: 'signOut',
    summary: '退出登录，令牌作废',
    security: STAFF_SECURITY,
    responses: { 204: { description: '退出了' }, ...problems(401, 403) },
  }),
  requireStaff,
  async (c) => {
    const auth = authFor(c.get('services'), c.get('settings'))
    const { kind, headers } = credentialsOf(c)
    const ended = await auth.api.signOut({ headers, returnHeaders: true })
    if (kind === 'cookie') passCookies(c, ended.headers)
    return c.body(null, 204)
  },
)

/** Not knowing the password is 401, a lock 429, a closed account 403. */
function errorOf({ refusal, retryAfterSeconds }: NotSignedIn): AppError {
  const kind = retryAfterSeconds !== undefined ? 'too_many' : refusal.code === 'accounts/inactive' ? 'forbidden' : 'unauthenticated'
  return new AppError(kind, refusal.message, { code: refusal.code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) })
}
