import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { StaffActor } from '#case/actor.ts'
import { caseEvent, caseFile } from '#store/tables/case.table.ts'

/**
 * 审签: what this person can review or issue now. Mirrors `mayDo`: a reviewer of the handling unit, an issuer who did not
 * review it himself, and nobody who took its decision or drafted it. Undefined where the roles have no part in it.
 */
export function waitingForSignOff(actor: StaffActor): SQL | undefined {
  const open = eq(caseFile.open, true)
  const review = and(open, eq(caseFile.status, 'section_review'), eq(caseFile.unitId, actor.unitId), notDraftedBy(actor))
  const issue = and(open, eq(caseFile.status, 'awaiting_issue'), notDraftedBy(actor), notReviewedBy(actor))
  const parts = [actor.roles.includes('section_reviewer') ? review : undefined, actor.roles.includes('issuer') ? issue : undefined]
  const own = parts.filter((part) => part !== undefined)
  return own.length === 0 ? undefined : or(...own)
}

/** 送达: replies that are issued, and for the disclosure office also the delivered cases that wait to be archived. */
export function waitingForDelivery(actor: StaffActor): SQL | undefined {
  const toDeliver = and(eq(caseFile.open, true), eq(caseFile.status, 'issued'))
  if (actor.roles.includes('disclosure_officer')) return or(toDeliver, eq(caseFile.status, 'delivered'))
  return actor.roles.includes('window_clerk') ? toDeliver : undefined
}

function notDraftedBy(actor: StaffActor): SQL {
  return sql`not exists (select 1 from ${caseEvent} where ${caseEvent.caseId} = ${caseFile.id} and ${caseEvent.actorId} = ${actor.id} and ${caseEvent.type} in ('decision_taken', 'draft_saved'))`
}

function notReviewedBy(actor: StaffActor): SQL {
  const last = sql`select ${caseEvent.actorId} from ${caseEvent} where ${caseEvent.caseId} = ${caseFile.id} and ${caseEvent.type} = 'draft_approved' order by ${caseEvent.seq} desc limit 1`
  return sql`(${last}) is distinct from ${actor.id}`
}
