import type { StaffActor } from '#case/actor.ts'
import type { CaseState } from '#case/state.ts'
import { listStaff } from '#features/accounts/index.ts'
import { refuse, type Refused } from '#law/refusal.ts'
import type { Queryable } from '#platform/db/connect.ts'

/** Those who may review the draft if `actor` sends it now: section reviewers of the handling unit who neither drafted it nor took its decision. */
export async function nextReviewers(tx: Queryable, actor: StaffActor, state: CaseState): Promise<StaffActor[]> {
  if (state.unitId === null) return []
  const staff = await listStaff(tx, actor.authorityId, { role: 'section_reviewer', unitId: state.unitId })
  return staff.filter(({ id }) => id !== actor.id && !state.drafterIds.includes(id))
}

/** Those who may issue it once `reviewer` has approved: issuers who neither drafted nor reviewed it. */
export async function nextIssuers(tx: Queryable, reviewer: StaffActor, state: CaseState): Promise<StaffActor[]> {
  const staff = await listStaff(tx, reviewer.authorityId, { role: 'issuer' })
  return staff.filter(({ id }) => id !== reviewer.id && !state.drafterIds.includes(id))
}

/** Sent without them, the draft would wait for nobody. */
export function noReviewer(state: CaseState, reviewers: readonly StaffActor[]): Refused | null {
  if (reviewers.length > 0) return null
  const unit = state.unitName ?? '承办单位'
  return refuse('reply/no-reviewer', `${unit}现在没有能审这份稿的科室负责人：定过决定、拟过稿的人不能审。请系统管理员在${unit}补设一位，或者由公开办转办`)
}

/** 科室负责人甲（治安支队）、科室负责人乙（治安支队） */
export function namesOf(people: readonly StaffActor[]): string {
  return people.map(({ name, unitName }) => `${name}（${unitName}）`).join('、')
}
