import type { StaffActor } from '#case/actor.ts'
import type { CaseState } from '#case/state.ts'
import { listStaff } from '#features/accounts/index.ts'
import type { Queryable } from '#platform/db/connect.ts'

/** Those who may review the draft if `actor` sends it now: section reviewers of the handling unit who never drafted it. */
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

/** 科室负责人甲（治安支队）、科室负责人乙（治安支队） */
export function namesOf(people: readonly StaffActor[]): string {
  return people.map(({ name, unitName }) => `${name}（${unitName}）`).join('、')
}
