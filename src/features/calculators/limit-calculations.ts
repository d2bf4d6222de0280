import type { Context } from 'hono'
import { countHit } from '#platform/http/rate-limit.ts'
import type { WebEnv } from '#store/web-env.ts'

const MINUTE = 60

/**
 * Counts one calculation of this address, over the API and the pages together.
 * @throws AppError too_many
 */
export async function limitCalculations(c: Context<WebEnv>): Promise<void> {
  const { sql, clock } = c.get('services')
  await countHit(sql, clock.now(), { key: `calculate:${c.get('clientAddress')}`, limit: c.get('settings').publicRate, seconds: MINUTE })
}
