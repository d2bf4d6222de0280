import * as z from 'zod'
import type { ApplicantActor } from '#case/actor.ts'
import { tellOffice } from '#features/notices/index.ts'
import { moveUploads, papersAdded, type UploadOwner } from '#features/uploads/index.ts'
import { line, optional, paragraph } from '#platform/validation/text.ts'
import { changeOwnCase } from '#store/change-case.ts'
import type { Ctx } from '#store/context.ts'
import { earlierAnswer, keepAnswer } from '#store/idempotency.ts'
import { decideAnswerCorrection, mayAnswerCorrection } from './answer-correction.decide.ts'
import { keepSupplement } from './supplements.ts'

/** What an applicant writes in answer to a 补正告知书. */
export const AnswerCorrection = z.strictObject({
  text: paragraph({ label: '补正的内容', min: 2, max: 5000 }).meta({ description: '照补正告知书要求的逐项写' }),
  lateReason: optional(line({ label: '逾期的理由', max: 500, min: 2 })).meta({ description: '补正期限过了以后才要写' }),
})
export type AnswerCorrection = z.output<typeof AnswerCorrection>

/** Where the papers of an answer lie while it is being written: one place per case, whoever holds its number and code. */
export function papersOfAnswer(caseId: string): UploadOwner {
  return { kind: 'draft', id: `correction-${caseId}` }
}

/**
 * The applicant's answer with its papers, once: the words sealed, the papers into the file, the event, and word to the office,
 * in one transaction. The same `key` again changes nothing. Of two at once the second is told that the first has come.
 */
export function answerCorrection(asking: Ctx<ApplicantActor>, caseId: string, input: AnswerCorrection, key: string | null) {
  return changeOwnCase(asking, caseId, async (loaded, tx, ctx) => {
    const asked = key === null ? null : { scope: `correction/${caseId}`, key, request: null }
    const earlier = asked && (await earlierAnswer<{ late: boolean }>(tx, ctx, asked))
    if (earlier) return { ok: true, events: [], late: earlier.late }
    const may = mayAnswerCorrection(loaded.state, ctx.today)
    if (!may.ok) return may
    const { row } = loaded
    const papers = await moveUploads(tx, papersOfAnswer(caseId), { kind: 'case', id: caseId, authorityId: row.authorityId })
    const lateReason = may.late ? (input.lateReason ?? null) : null
    const kept = await keepSupplement(tx, ctx, {
      caseId, receivedOn: ctx.today, text: input.text, lateReason, papers: papers.map(({ uploadId, sha256 }) => ({ id: uploadId, sha256 })),
    })
    const decision = decideAnswerCorrection({ ...loaded, ...ctx }, { ...kept, reasoned: lateReason !== null })
    if (!decision.ok) return decision
    await tellOffice(tx, ctx, loaded, may.late ? '的申请人逾期补正，说明了理由，请看理由是不是正当' : '的申请人补正了，答复期限重新计算')
    if (asked) await keepAnswer(tx, ctx, asked, { late: may.late })
    return { ok: true, events: [...papersAdded(papers, ctx.today), ...decision.events], late: may.late }
  })
}
