import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { randomBytes } from 'node:crypto'
import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { addDevice, beginDraft, loadDraft, newDraftCode, type Draft, type Typed } from './draft-store.ts'

const COOKIE = 'zhixi_draft'
const CODE_COOKIE = 'zhixi_draft_code'
const PATH = '/apply'
const SAVED = '/apply/saved'
const KEEP_SECONDS = 30 * 24 * 60 * 60
/** So long the page with the code may be looked at again, for printing. */
const CODE_SECONDS = 30 * 60
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The draft of this browser, if any. */
export async function currentDraft(c: Context<WebEnv>, ctx: Ctx): Promise<Draft | null> {
  const token = getCookie(c, COOKIE)
  return token !== undefined && TOKEN.test(token) ? loadDraft(ctx, token) : null
}

/** Begins a draft in this browser. */
export async function openDraft(c: Context<WebEnv>, ctx: Ctx, authorityId: string, values: Typed): Promise<Draft> {
  const token = freshToken()
  const draft = await beginDraft(ctx, token, authorityId, values)
  keepToken(c, token)
  return draft
}

/** Opens a draft of another device in this browser too. */
export async function joinDraft(c: Context<WebEnv>, ctx: Ctx, draft: Draft): Promise<void> {
  const token = freshToken()
  await addDevice(ctx, draft.name, token)
  keepToken(c, token)
}

export function forgetDraft(c: Context<WebEnv>): void {
  deleteCookie(c, COOKIE, { path: PATH })
  deleteCookie(c, CODE_COOKIE, { path: SAVED })
}

/** Gives the draft a code, and the browser leave to show it for half an hour. */
export async function giveCode(c: Context<WebEnv>, ctx: Ctx, { name }: Draft): Promise<void> {
  const code = await newDraftCode(ctx, name)
  const until = plusSeconds(ctx.now, CODE_SECONDS)
  const sealed = ctx.keyring.sealText(JSON.stringify({ code, until }), codeContext(name))
  setCookie(c, CODE_COOKIE, sealed, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: SAVED, maxAge: CODE_SECONDS })
}

/** The code that was just given, or null: it is told once. */
export function givenCode(c: Context<WebEnv>, ctx: Ctx, { name }: Draft): string | null {
  const opened = ctx.keyring.openText(getCookie(c, CODE_COOKIE) ?? '', codeContext(name))
  if (opened === null) return null
  const { code, until } = JSON.parse(opened) as { code: string; until: Instant }
  return ctx.now < until ? code : null
}

function freshToken(): string {
  return randomBytes(32).toString('base64url')
}

function keepToken(c: Context<WebEnv>, token: string): void {
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: PATH, maxAge: KEEP_SECONDS })
}

function codeContext(name: string): string {
  return `draft-code/${name}`
}
