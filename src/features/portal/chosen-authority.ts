import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { listAuthorities } from '#store/authority.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { WebEnv } from '#store/web-env.ts'

const COOKIE = 'zhixi_authority'
const MONTH = 30 * 24 * 60 * 60

/** The authorities of this installation, and the one whose pages the visitor reads. */
export interface Authorities {
  readonly chosen: Authority
  readonly all: readonly Authority[]
}

/** `?authority=` chooses one and keeps it in a cookie for the other pages; one that does not exist is the main one. */
export async function authoritiesFor(c: Context<WebEnv>): Promise<Authorities> {
  const all = await listAuthorities(c.get('services').db)
  const byId = (id: string | undefined) => all.find((one) => one.id === id)
  const asked = byId(c.req.query('authority'))
  if (asked) setCookie(c, COOKIE, asked.id, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: '/', maxAge: MONTH })
  const chosen = asked ?? byId(getCookie(c, COOKIE)) ?? all[0]
  if (!chosen) throw new Error('no authority has been set up')
  return { chosen, all }
}

/** Address of a page of one authority. */
export function hrefAt(path: string, { id }: Pick<Authority, 'id'>, fragment = ''): string {
  return `${path}?authority=${encodeURIComponent(id)}${fragment}`
}
