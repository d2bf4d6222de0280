import type { Context, MiddlewareHandler } from 'hono'
import type { StaffActor } from '#case/actor.ts'
import { AppError } from '#platform/errors.ts'
import { refuseForeignOrigin } from '#platform/http/csrf.ts'
import type { WebEnv } from '#store/web-env.ts'
import { authFor } from './auth.adapter.ts'
import { credentialsOf, passCookies, tryCall } from './auth-call.ts'
import { findStaff } from './staff.ts'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Finds out who is signed in, by bearer token or cookie, and puts him on the request; nobody, or somebody who has left, is
 * null. A cookie goes along with requests that other sites cause, so with a cookie nothing is changed from another origin.
 */
export const withStaff: MiddlewareHandler<WebEnv> = async (c, next) => {
  const { kind, headers } = credentialsOf(c)
  if (kind === 'cookie' && !READING.has(c.req.method)) refuseForeignOrigin(c)
  c.set('staff', null)
  if (kind !== 'none') {
    const services = c.get('services')
    const auth = authFor(services, c.get('settings'))
    const found = await tryCall(auth.api.getSession({ headers, returnHeaders: true }))
    if (found.ok && kind === 'cookie') passCookies(c, found.value.headers)
    if (found.ok && found.value.response) c.set('staff', await findStaff(services.db, found.value.response.user.id))
  }
  await next()
}

/** Lets members of staff through. Pages send others to sign in and back again; the API answers 401. */
export const requireStaff: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.get('staff') !== null) return next()
  if (c.req.path.startsWith('/api/')) throw notSignedIn()
  const { pathname, search } = new URL(c.req.url)
  const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(pathname + search)}` : ''
  return c.redirect(`/signin${back}`, 303)
}

/** Who is signed in, behind {@link requireStaff}. */
export function staffOf(c: Context<WebEnv>): StaffActor {
  const staff = c.get('staff')
  if (staff === null) throw notSignedIn()
  return staff
}

function notSignedIn(): AppError {
  return new AppError('unauthenticated', '请先登录', { code: 'accounts/not-signed-in' })
}
