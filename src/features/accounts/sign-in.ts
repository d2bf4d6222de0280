import type { StaffActor } from '#case/actor.ts'
import type { Refusal } from '#law/refusal.ts'
import type { Instant } from '#law/instant.ts'
import { instant } from '#law/instant.ts'
import { secondsBetween } from '#platform/clock.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import type { Services } from '#store/context.ts'
import type { Auth } from './auth.adapter.ts'
import { asCookieHeader, headersFor, tryCall, type Client } from './auth-call.ts'
import { inactive, lockedOut, tryAgain } from './sign-in-refusals.ts'
import { claimAttempt, clearAttempts } from './sign-in-lock.ts'
import type { SignIn } from './sign-in.schema.ts'
import { findStaff } from './staff.ts'
import { passSecondFactor } from './second-factor.ts'

/** A person who has proved who he is. */
export interface SignedIn {
  readonly staff: StaffActor
  /** For `Authorization: Bearer`. */
  readonly token: string
  readonly expiresAt: Instant
  /** Carries the session cookie. */
  readonly headers: Headers
}

export interface NotSignedIn {
  readonly ok: false
  readonly refusal: Refusal
  /** Where the page shows it. */
  readonly field: 'password' | 'code'
  /** Set while the username is locked. */
  readonly retryAfterSeconds?: number
}

/** Sign-ins per minute from one address. */
export interface SignInLimit {
  readonly client: Client
  readonly perMinute: number
}

/**
 * Checks lock, password, second factor and staff row, in this order, and opens a session.
 * An unknown username is told apart from a wrong password nowhere: not in words, not in tries left, not in time.
 * @throws AppError too_many when the address signs in too often
 */
export async function signIn(
  services: Services,
  auth: Auth,
  input: SignIn,
  { client, perMinute }: SignInLimit,
): Promise<({ readonly ok: true } & SignedIn) | NotSignedIn> {
  const now = services.clock.now()
  await countHit(services.sql, now, { key: `sign-in:${client.address}`, limit: perMinute, seconds: 60 })
  const claim = await claimAttempt(services, now, input.username)
  if (claim.locked) return locked(claim.lockedUntil, now)
  const failed = (field: NotSignedIn['field'], code: string, words: string): NotSignedIn =>
    claim.left === 0 && claim.lockedUntil !== null
      ? locked(claim.lockedUntil, now)
      : { ok: false, field, refusal: tryAgain(code, words, claim.left) }

  const body = { username: input.username, password: input.password }
  const first = await tryCall(auth.api.signInUsername({ body, headers: headersFor(client), returnHeaders: true }))
  if (!first.ok) return failed('password', 'accounts/wrong-password', '用户名或者密码不对')

  let { headers } = first.value
  if ('twoFactorRedirect' in first.value.response) {
    const second = await passSecondFactor(services, auth, { username: input.username, code: input.code, headers, client })
    if (!second.ok) return failed('code', second.code, second.words)
    headers = second.headers
  }

  const cookie = asCookieHeader(headers)
  const opened = await auth.api.getSession({ headers: headersFor(client, { cookie }) })
  if (!opened) throw new Error('the session just made is not there')
  const staff = await findStaff(services.db, opened.user.id)
  if (!staff) {
    await auth.api.signOut({ headers: headersFor(client, { cookie }) })
    return { ok: false, field: 'password', refusal: inactive() }
  }
  await clearAttempts(services, input.username)
  services.log.info('signed in', { staff: staff.id, session: opened.session.id })
  return { ok: true, staff, headers, token: tokenIn(cookie), expiresAt: instant(opened.session.expiresAt.toISOString()) }
}

function locked(until: Instant, now: Instant): NotSignedIn {
  const retryAfterSeconds = Math.max(1, Math.ceil(secondsBetween(now, until)))
  return { ok: false, field: 'password', refusal: lockedOut(until), retryAfterSeconds }
}

/** The signed token is the cookie's value. */
function tokenIn(cookie: string): string {
  const value = /session_token=([^;]+)/.exec(cookie)?.[1]
  if (value === undefined) throw new Error('no session cookie was set')
  return decodeURIComponent(value)
}
