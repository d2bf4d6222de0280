import { clockTime } from '#features/portal/index.ts'
import { returnAttempts, takeAttemptOf } from '#platform/http/attempts.ts'
import type { Ctx } from '#store/context.ts'
import { readDraftCode } from './draft-code.ts'
import { draftOfCode, type Draft } from './draft-store.ts'

/** Wrong codes from one address in a quarter of an hour. */
export const DRAFT_ATTEMPTS = 10
const WINDOW_SECONDS = 15 * 60

export type Opened = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly message: string }

/**
 * The draft of a code as somebody typed it. A wrong code, one that has expired and one whose application has been filed are
 * refused in the same words; what cannot be a code is no attempt.
 */
export async function draftByTypedCode(ctx: Ctx, typed: string, address: string): Promise<Opened> {
  if (typed.trim() === '') return { ok: false, message: '请填写续写码' }
  const code = readDraftCode(typed)
  if (code === null) return { ok: false, message: '续写码是12位字母和数字，没有0、O、1、I、L、U，请对照存草稿时的那一页再看一遍' }
  const key = `draft-code:${address}`
  const attempt = await takeAttemptOf(ctx.sql, ctx.now, { key, limit: DRAFT_ATTEMPTS, seconds: WINDOW_SECONDS })
  if (!attempt.ok) return { ok: false, message: `错了${attempt.wrong}次，${clockTime(attempt.until)}以后才能再试` }
  const draft = await draftOfCode(ctx, code)
  if (!draft || draft.filed) return { ok: false, message: '没有这个续写码的草稿：可能写错了，也可能已经提交，或者放了30天已经删去' }
  await returnAttempts(ctx.sql, [key])
  return { ok: true, draft }
}
