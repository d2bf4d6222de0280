import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { StaffActor } from '#case/actor.ts'
import { visibleScope } from '#case/visibility.ts'
import { caseFile } from '#store/tables/case.table.ts'

/**
 * The cases that an actor may see, as conditions of which any one suffices; none at all: an empty list. Kept apart, because
 * each alone runs along an index while an `or` of them does not.
 */
export function visibleCases(actor: StaffActor): SQL[] {
  const own = eq(caseFile.authorityId, actor.authorityId)
  const scope = visibleScope(actor)
  if (scope === 'none') return []
  if (scope === 'authority') return [own]
  return [and(own, eq(caseFile.unitId, actor.unitId))!, and(own, eq(caseFile.handlerId, actor.id))!]
}

/** Orders that have an index for each kind of visibility. */
export const BY_DUE = sql`due_on asc nulls last, number asc`
export const BY_RECEIVED = sql`received_on desc, number desc`

/**
 * `select count(*)` over the visible cases that meet `condition`, never counting beyond `cap`.
 * @param by leads along the index of that order, so that counting stops after `cap` entries of it and reads nothing else
 */
export function countVisible(actor: StaffActor, condition: SQL | undefined, cap: number, by?: SQL): SQL<number> {
  const branches = visibleCases(actor).map(
    (visible) => sql`(select ${caseFile.number} from ${caseFile} where ${and(visible, condition)}${by ? sql` order by ${by}` : sql``} limit ${cap})`,
  )
  if (branches.length === 0) return sql<number>`0`
  return sql<number>`(select count(*)::int from (select 1 from (${sql.join(branches, sql` union `)}) as seen limit ${cap}) as capped)`
}
