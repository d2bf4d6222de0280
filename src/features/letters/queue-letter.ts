import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import type { Ctx } from '#store/context.ts'
import { insertLetter, type NewLetter } from '#store/letters.ts'
import { enqueue } from '#store/outbox.ts'
import { renderLetterJob } from './render-letter.job.ts'

export interface QueuedLetter {
  readonly letterId: string
  /** SHA-256 of the props, for the event that orders the letter. */
  readonly propsDigest: string
}

/** Orders a letter in the transaction of the event that causes it: it will be rendered and stored if that commits. */
export async function queueLetter(tx: Queryable, ctx: Ctx, fresh: Omit<NewLetter, 'id'> & { readonly id?: string }): Promise<QueuedLetter> {
  const letterId = fresh.id ?? newId(ctx.now)
  await Promise.all([insertLetter(tx, ctx, { ...fresh, id: letterId }), enqueue(tx, ctx, renderLetterJob, { letterId })])
  return { letterId, propsDigest: sha256Hex(canonicalJson(fresh.props)) }
}
