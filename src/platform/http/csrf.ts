import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sameBytes, type Keyring } from '../crypto/keyring.ts'
import { AppError } from '../errors.ts'
import type { PlatformVariables } from './env.ts'
import { formOf } from './form.ts'

export const CSRF_FIELD = '_csrf'
const COOKIE = 'zhixi_browser'
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Signed double submit (OWASP): each form carries a keyed hash of a random cookie. A cross-site page can make the browser
 * send the cookie but cannot know the hash. An Origin of another host is refused at once.
 * Meant for pages; the JSON API takes no form bodies and checks the Origin when a cookie carries the session.
 */
export function csrf(keyring: Keyring, secure: boolean): MiddlewareHandler<{ Variables: PlatformVariables }> {
  return async (c, next) => {
    const browser = getCookie(c, COOKIE) ?? freshBrowser(c, secure)
    c.set('csrfToken', tokenFor(keyring, browser))
    if (!SAFE.has(c.req.method)) {
      refuseForeignOrigin(c)
      const sent = (await formOf(c)).text(CSRF_FIELD)
      const good = keyring.hashes(browser, 'csrf').some((hash) => sameBytes(hash, Buffer.from(sent, 'base64url')))
      if (!good) throw new AppError('forbidden', '页面放得太久了，请返回上一页刷新后再提交', { code: 'common/csrf' })
    }
    await next()
  }
}

/** @throws AppError forbidden when the browser says that the request comes from another site */
export function refuseForeignOrigin(c: Context): void {
  const origin = c.req.header('origin')
  if (origin === undefined) return
  const host = c.req.header('host')
  const same = origin !== 'null' && URL.canParse(origin) && new URL(origin).host === host
  if (!same) throw new AppError('forbidden', '请求来自别的网站', { code: 'common/foreign-origin' })
}

function tokenFor(keyring: Keyring, browser: string): string {
  return Buffer.from(keyring.hash(browser, 'csrf')).toString('base64url')
}

function freshBrowser(c: Context, secure: boolean): string {
  const value = randomBytes(16).toString('base64url')
  setCookie(c, COOKIE, value, { httpOnly: true, sameSite: 'Lax', secure, path: '/' })
  return value
}
