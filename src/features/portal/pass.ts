import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { WebEnv } from '#store/web-env.ts'

/** Leave to see one case: given on filing (with the query code) or for number and query code. */
export interface CasePass {
  readonly caseId: string
  readonly number: string
  readonly queryCode?: string
}

/** `receipt` shows the query code once more, so it is short; `status` lasts for a visit. */
const PASSES = {
  receipt: { cookie: 'zhixi_receipt', path: '/receipt', seconds: 30 * 60 },
  status: { cookie: 'zhixi_status', path: '/status', seconds: 2 * 60 * 60 },
} as const

export type PassKind = keyof typeof PASSES

/** Puts a sealed pass into the visitor's cookies. */
export function givePass(c: Context<WebEnv>, kind: PassKind, pass: CasePass, until?: Instant): void {
  const { cookie, path, seconds } = PASSES[kind]
  const { keyring, clock } = c.get('services')
  const sealed = keyring.sealText(JSON.stringify({ ...pass, until: until ?? plusSeconds(clock.now(), seconds) }), `pass/${kind}`)
  setCookie(c, cookie, sealed, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path, maxAge: seconds })
}

/** The visitor's pass for the case of this number, or null: none, expired, forged, or for another case. */
export function passFor(c: Context<WebEnv>, kind: PassKind, number: string): CasePass | null {
  const pass = currentPass(c, kind)
  return pass?.number === number ? pass : null
}

/** The visitor's pass, for whichever case; null: none, expired or forged. */
export function currentPass(c: Context<WebEnv>, kind: PassKind): CasePass | null {
  const { keyring, clock } = c.get('services')
  const opened = keyring.openText(getCookie(c, PASSES[kind].cookie) ?? '', `pass/${kind}`)
  if (opened === null) return null
  const { until, ...pass } = JSON.parse(opened) as CasePass & { until: Instant }
  return clock.now() < until ? pass : null
}

/** Ends a visit: whoever comes next to this browser sees nothing. */
export function dropPass(c: Context<WebEnv>, kind: PassKind): void {
  const { cookie, path } = PASSES[kind]
  deleteCookie(c, cookie, { path })
}
