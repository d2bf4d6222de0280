import type { Context } from 'hono'
import { staffOf } from '#features/accounts/index.ts'
import { contextFor, type StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'

/** What a verb needs, for the person of this request; behind `requireStaff`. */
export function staffCtx(c: Context<WebEnv>): StaffCtx {
  return contextFor(c.get('services'), staffOf(c))
}
