import { decided } from '#case/outcome.ts'
import { yearOf } from '#law/civil-date.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { queueLetter } from '#features/letters/index.ts'
import { applicationOf } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { documentNumber, nextNumber } from '#store/numbering.ts'
import { readDraft } from './drafts.ts'
import { decideIssue } from './issue.decide.ts'
import { letterOf, REPLY_TEMPLATE_VERSION } from './letter-of.ts'
import { replyProps, type Decided } from './reply-props.ts'

/** Series of the numbers of replies; its prefix is the authority's (示例公信公开). */
const SERIES = 'reply'

/** 签发: gives the reply its number and orders its PDF, in one transaction: no number without a letter, no letter twice. */
export function issueReply(ctx: StaffCtx, target: CaseTarget) {
  return changeCase(ctx, target, async ({ row, state }, tx) => {
    const may = decideIssue(state, ctx.actor)
    if (!may.ok) return may
    const authority = await findAuthority(tx, row.authorityId)
    const draft = await readDraft(tx, row.id, may.revision)
    if (!authority || !draft) throw new Error(`case ${row.id}: authority or draft ${may.revision} is missing`)
    const asked = await applicationOf(tx, row.applicationId)
    const year = yearOf(ctx.today)
    const number = documentNumber(authority.documentPrefix, year, await nextNumber(tx, authority.id, SERIES, year))
    const letter = letterOf(may.decision as DecisionCode)
    const props = replyProps({
      authority,
      row,
      state: state as Decided,
      parts: draft.parts,
      today: ctx.today,
      calendar: ctx.calendar,
      signed: { documentNumber: number, on: ctx.today },
      ...letter,
      electronic: asked.delivery === 'email',
    })
    const queued = await queueLetter(tx, ctx, {
      caseId: row.id,
      authorityId: authority.id,
      ...letter,
      documentNumber: number,
      issuedOn: ctx.today,
      templateVersion: REPLY_TEMPLATE_VERSION,
      props,
    })
    const issued = decided({
      type: 'reply_issued', on: ctx.today, letterCode: letter.code, documentNumber: number, revision: may.revision, ...queued,
    })
    return { ...issued, documentNumber: number, letterId: queued.letterId }
  })
}
