import { mayDo } from '#case/permission.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { openPersonal, personalOf } from '#store/applicant.ts'
import type { OpenPersonalData } from './open.schema.ts'

const FIELDS = ['documentNumber', 'phone', 'email', 'address', 'postcode', 'contactName', 'agent'] as const

/** Shows the sealed data of the applicant once; that it was opened, by whom and why, is an event of the case. */
export function openPersonalData(ctx: StaffCtx, target: CaseTarget, input: OpenPersonalData) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const may = mayDo('open_personal_data', ctx.actor, loaded.state)
    if (!may.ok) return may
    const applicant = await personalOf(tx, loaded.row.applicationId)
    const personal = openPersonal(ctx.keyring, applicant)
    const event = { type: 'personal_data_opened' as const, on: ctx.today, fields: [...FIELDS], reason: input.reason }
    return { ok: true, personal, applicantName: applicant.name, documentType: applicant.documentType, events: [event] }
  })
}
