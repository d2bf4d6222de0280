import type { Context } from 'hono'
import { countHit } from '#platform/http/rate-limit.ts'
import type { Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'

/** Page and API share one count per address, so that nobody guesses twice as fast through both. */
export function limitQueries(c: Context<WebEnv>, ctx: Ctx): Promise<void> {
  return countHit(ctx.sql, ctx.now, { key: `status:${c.get('clientAddress')}`, limit: c.get('settings').publicRate, seconds: 60 })
}
