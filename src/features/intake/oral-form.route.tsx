/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { openPersonalData } from '#features/personal-data/index.ts'
import { AppError } from '#platform/errors.ts'
import { findAuthority } from '#store/authority.ts'
import { applicationOf } from '#store/application.ts'
import type { WebEnv } from '#store/web-env.ts'
import { OralFormPage } from './oral-form.page.tsx'
import { registrar } from './window-show.tsx'

/** The typed application on paper, for the applicant to read and sign (29条第一款). It shows everything, so that it was opened is recorded. */
export async function oralForm(c: Context<WebEnv>, number: string): Promise<Response> {
  const ctx = registrar(c)
  const opened = await openPersonalData(ctx, { number }, { reason: '口头申请：打印申请书请申请人签字' })
  if (!opened.ok) throw new AppError('forbidden', opened.refusal.message, { code: opened.refusal.code })
  const { row } = opened.saved
  const [authority, asked] = await Promise.all([findAuthority(ctx.db, row.authorityId), applicationOf(ctx.db, row.applicationId)])
  if (!authority) throw new Error(`case ${row.id}: its authority is missing`)
  c.header('Cache-Control', 'no-store')
  return c.html(<OralFormPage authority={authority} row={row} asked={asked} applicantName={opened.applicantName} documentType={opened.documentType} personal={opened.personal} clerk={ctx.actor.name} />)
}
