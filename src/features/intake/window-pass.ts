import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { WebEnv } from '#store/web-env.ts'
import type { Filed } from './file-application.ts'

const COOKIE = 'zhixi_window'
const PATH = '/desk/intake'
/** As long as a receipt may be printed with its query code, which is kept nowhere else. */
const SECONDS = 30 * 60
/** A sealed cookie must stay below 4 KB. */
const MOST = 8

type Pass = Filed & { readonly until: Instant }

/** Lets this member of staff print the receipt of an application just filed. */
export function giveWindowPass(c: Context<WebEnv>, staffId: string, filed: Filed): void {
  const { keyring, clock } = c.get('services')
  const others = passes(c, staffId).filter(({ number }) => number !== filed.number)
  const kept: Pass[] = [{ ...filed, until: plusSeconds(clock.now(), SECONDS) }, ...others].slice(0, MOST)
  const sealed = keyring.sealText(JSON.stringify(kept), contextOf(staffId))
  setCookie(c, COOKIE, sealed, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: PATH, maxAge: SECONDS })
}

/** The application of that number, if this member of staff has filed it in this browser within the half hour. */
export function windowPass(c: Context<WebEnv>, staffId: string, number: string): Filed | null {
  return passes(c, staffId).find((pass) => pass.number === number) ?? null
}

function passes(c: Context<WebEnv>, staffId: string): Pass[] {
  const { keyring, clock } = c.get('services')
  const opened = keyring.openText(getCookie(c, COOKIE) ?? '', contextOf(staffId))
  return opened === null ? [] : (JSON.parse(opened) as Pass[]).filter(({ until }) => clock.now() < until)
}

function contextOf(staffId: string): string {
  return `window/${staffId}`
}
