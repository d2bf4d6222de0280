import type { Outcome } from '#case/outcome.ts'
import { refuse } from '#law/refusal.ts'
import { notFound } from '#platform/errors.ts'
import type { Ctx } from '#store/context.ts'
import { lockLetter, requeueLetter } from '#store/letters.ts'
import { enqueue } from '#store/outbox.ts'
import { renderLetterJob } from './render-letter.job.ts'

/** Has a failed letter made again with the props it was issued with, after the operator mended the cause (a font, say). */
export function retryLetter(ctx: Ctx, letterId: string): Promise<Outcome> {
  return ctx.db.transaction(async (tx): Promise<Outcome> => {
    const letter = await lockLetter(tx, letterId)
    if (!letter) throw notFound()
    if (letter.status !== 'failed') return refuse('letters/not-failed', '只有生成不了的文书才要重新生成')
    await requeueLetter(tx, letterId)
    await enqueue(tx, ctx, renderLetterJob, { letterId })
    return { ok: true }
  })
}
