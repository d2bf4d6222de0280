import { decided } from '#case/outcome.ts'
import { yearOf } from '#law/civil-date.ts'
import { queueLetter } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { nextDocumentNumber } from '#store/numbering.ts'
import { readDraft } from './drafts.ts'
import { gateFirst } from './gate-first.ts'
import { decideIssue } from './issue.decide.ts'
import { REPLY_TEMPLATE_VERSION } from './letter-of.ts'
import { replyMaterial, type DraftGate } from './reply-material.ts'
import { replyProps } from './reply-props.ts'

/**
 * 签发: gives the reply its number and orders its PDF, in one transaction: no number without a letter, no letter twice.
 * `gate` looks once more before a number is taken: templates and fonts may have changed since the draft was sent to review.
 */
export async function issueReply(ctx: StaffCtx, target: CaseTarget, gate: DraftGate = async () => ({ blocks: [] })) {
  const openItems = await gateFirst(ctx, target, gate, (state) => decideIssue(state, ctx.actor))
  return changeCase(ctx, target, async (loaded, tx) => {
    const { row, state } = loaded
    const may = decideIssue(state, ctx.actor)
    if (!may.ok) return may
    const open = openItems(state)
    if (open) return open
    const material = await replyMaterial(tx, ctx, loaded)
    if (!material.ok) return material
    const draft = await readDraft(tx, row.id, may.revision)
    if (!draft) throw new Error(`case ${row.id}: draft ${may.revision} is missing`)
    const { source, asked, letter } = material
    const number = await nextDocumentNumber(tx, source.authority, yearOf(ctx.today))
    const queued = await queueLetter(tx, ctx, {
      caseId: row.id,
      authorityId: row.authorityId,
      ...letter,
      documentNumber: number,
      issuedOn: ctx.today,
      templateVersion: REPLY_TEMPLATE_VERSION,
      props: replyProps({ ...source, parts: draft.parts, signed: { documentNumber: number, on: ctx.today } }),
    })
    const issued = decided({
      type: 'reply_issued', on: ctx.today, letterCode: letter.code, documentNumber: number, revision: may.revision, ...queued,
    })
    // Whoever fetches his reply must hear that it is there; everybody else is told when it is served.
    if (asked.delivery === 'pickup' || asked.delivery === 'on_site') {
      await tellApplicant(tx, ctx, { caseId: row.id, occasion: 'reply_ready', letterId: queued.letterId, facts: { documentNumber: number } })
    }
    return { ...issued, documentNumber: number, letterId: queued.letterId }
  })
}
