import { eq } from 'drizzle-orm'
import { clockTime } from '#features/portal/index.ts'
import { matchesQueryCode } from '#features/intake/index.ts'
import type { Instant } from '#law/instant.ts'
import type { Ctx } from '#store/context.ts'
import { application } from '#store/tables/application.table.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { giveBack, takeAttempt } from './attempt-lock.ts'
import type { StatusQuery } from './status.schema.ts'

export const NO_MATCH = 'status/no-match'
export const LOCKED = 'status/locked'

/** Compared against when there is no such number, so that a missing case takes the time of a wrong code. */
const NOBODY = { id: '00000000-0000-0000-0000-000000000000', hash: new Uint8Array(32) }

export type Found = { readonly ok: true; readonly caseId: string; readonly number: string }
export type NotFound = { readonly ok: false; readonly code: typeof NO_MATCH | typeof LOCKED; readonly message: string; readonly until: Instant | null }

/**
 * The case of a number and its query code. A number is unique in its authority only, so all of them are looked at.
 * A missing number and a wrong code are refused in the same words; after ten of them from one address, or a hundred from
 * everywhere, the number is locked there for a while.
 */
export async function findByCode(ctx: Ctx, { number, queryCode }: StatusQuery, address: string): Promise<Found | NotFound> {
  const guess = { number, address }
  const attempt = await takeAttempt(ctx.sql, ctx.now, guess)
  if (!attempt.ok) {
    return { ok: false, code: LOCKED, until: attempt.until, message: `错了${attempt.wrong}次，${clockTime(attempt.until)}以后才能再查这个编号` }
  }
  const rows = await ctx.db
    .select({ caseId: caseFile.id, applicationId: application.id, hash: application.queryCodeHash })
    .from(caseFile)
    .innerJoin(application, eq(application.id, caseFile.applicationId))
    .where(eq(caseFile.number, number))
  const candidates = rows.length > 0 ? rows : [{ caseId: '', applicationId: NOBODY.id, hash: NOBODY.hash }]
  const matching = candidates.filter((row) => matchesQueryCode(ctx.keyring, row.applicationId, queryCode, row.hash))
  const [found] = matching
  if (!found || found.caseId === '') {
    return { ok: false, code: NO_MATCH, until: null, message: '申请编号或者查询码不对，请对照回执再看一遍' }
  }
  await giveBack(ctx.sql, guess)
  return { ok: true, caseId: found.caseId, number }
}
