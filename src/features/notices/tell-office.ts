import { listStaff } from '#features/accounts/index.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { Ctx } from '#store/context.ts'
import { notify } from '#store/notifications.ts'

/**
 * Tells the handler of a case and the disclosure office of its authority that the applicant has acted, in the transaction of
 * the event. `what` follows the number: 的申请人补正了. No personal data.
 */
export async function tellOffice(tx: Queryable, ctx: Ctx, { row }: Pick<LoadedCase, 'row'>, what: string): Promise<void> {
  const office = await listStaff(tx, row.authorityId, { role: 'disclosure_officer' })
  const users = new Set([...(row.handlerId === null ? [] : [row.handlerId]), ...office.map(({ id }) => id)])
  await notify(tx, ctx, [...users].map((userId) => ({ userId, caseId: row.id, text: `${row.number}${what}` })))
}
