import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { randomBytes } from 'node:crypto'
import type { Queryable } from '#platform/db/connect.ts'
import type { Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { eraseDraft, loadDraft, saveDraft, type Draft, type DraftContent } from './draft-store.ts'

const COOKIE = 'zhixi_draft'
const PATH = '/apply'
const KEEP_SECONDS = 30 * 24 * 60 * 60
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The draft of this browser, if any. */
export async function currentDraft(c: Context<WebEnv>, ctx: Ctx): Promise<Draft | null> {
  const token = tokenOf(c)
  return token === null ? null : loadDraft(ctx, token)
}

/** Keeps what was typed, beginning a draft where there is none; what has been filed is never written over. */
export async function keepDraft(c: Context<WebEnv>, ctx: Ctx, authorityId: string, values: DraftContent['values'], old: Draft | null): Promise<void> {
  const token = (old && !old.filed ? tokenOf(c) : null) ?? randomBytes(32).toString('base64url')
  await saveDraft(ctx, token, authorityId, { values, filed: null })
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: PATH, maxAge: KEEP_SECONDS })
}

/** Erases what was typed and leaves the receipt for a second click; in the transaction that files, so that neither is without the other. */
export async function closeDraft(c: Context<WebEnv>, ctx: Ctx, tx: Queryable, filed: NonNullable<DraftContent['filed']>): Promise<void> {
  const token = tokenOf(c)
  if (token !== null) await saveDraft(ctx, token, filed.authorityId, { values: {}, filed }, tx)
}

/** Erases the draft at the wish of the person. */
export async function dropDraft(c: Context<WebEnv>, ctx: Ctx): Promise<void> {
  const token = tokenOf(c)
  if (token !== null) await eraseDraft(ctx, token)
  deleteCookie(c, COOKIE, { path: PATH })
}

function tokenOf(c: Context<WebEnv>): string | null {
  const token = getCookie(c, COOKIE)
  return token !== undefined && TOKEN.test(token) ? token : null
}
