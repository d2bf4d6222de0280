import { isAPIError } from 'better-auth/api'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { WebEnv } from '#store/web-env.ts'
import { ADDRESS_HEADER } from './auth.adapter.ts'

/** Who asks, as the session row remembers it. */
export interface Client {
  readonly address: string
  readonly userAgent: string
}

export function clientOf(c: Context<WebEnv>): Client {
  return { address: c.get('clientAddress'), userAgent: (c.req.header('user-agent') ?? '').slice(0, 300) }
}

/** Headers for a call of better-auth: nothing of the request but what is named here. */
export function headersFor(client: Client, more: { cookie?: string; authorization?: string } = {}): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: client.address, 'user-agent': client.userAgent })
  if (more.authorization !== undefined) headers.set('authorization', more.authorization)
  if (more.cookie !== undefined) headers.set('cookie', more.cookie)
  return headers
}

/** How this request says who it is. A bearer token outranks a cookie, which is then not looked at. */
export function credentialsOf(c: Context<WebEnv>): { kind: 'bearer' | 'cookie' | 'none'; headers: Headers } {
  const authorization = c.req.header('authorization')
  if (authorization?.toLowerCase().startsWith('bearer ')) {
    return { kind: 'bearer', headers: headersFor(clientOf(c), { authorization }) }
  }
  const names = Object.keys(getCookie(c)).filter((name) => /^(__Secure-)?zhixi\.session_token$/.test(name))
  const cookie = c.req.header('cookie')
  if (names.length === 0 || cookie === undefined) return { kind: 'none', headers: headersFor(clientOf(c)) }
  return { kind: 'cookie', headers: headersFor(clientOf(c), { cookie }) }
}

/** Hands the cookies that better-auth sets on to the browser. */
export function passCookies(c: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** What `Set-Cookie` headers come to as a `Cookie` header; expired ones stay out. */
export function asCookieHeader(headers: Headers): string {
  return headers
    .getSetCookie()
    .filter((cookie) => !/;\s*max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';', 1)[0]!)
    .join('; ')
}

export type Called<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }

/** The answer of better-auth, or the code with which it declines. Its failures stay failures. */
export async function tryCall<T>(call: Promise<T>): Promise<Called<T>> {
  try {
    return { ok: true, value: await call }
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    return { ok: false, code: error.body?.code ?? String(error.status) }
  }
}
