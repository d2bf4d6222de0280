import type { Context } from 'hono'
import type { Outcome } from '#case/outcome.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { openApplicantOf, openReturning, type Opened } from './returning.ts'
import { documentIn } from './window-checks.tsx'
import type { WindowValues } from './window-form.ts'
import { CARRIED, lastForm } from './window-last.ts'
import type { Shown } from './window-show.tsx'

/** 带出: name and contact data of the applicant whose number is typed; what was typed already stays where nothing is known. */
export async function fillReturning(ctx: StaffCtx, values: WindowValues): Promise<Shown> {
  const shown = documentIn(values)
  if (shown === null) return { values, errors: [{ field: 'documentNumber', message: '先写证件号码，再带出联系方式' }] }
  return filled(values, await openReturning(ctx, shown))
}

/** 同上一份: what the batch has in common, and its applicant where asked for. */
export async function fillFromLast(c: Context<WebEnv>, ctx: StaffCtx, values: WindowValues): Promise<Shown> {
  const last = lastForm(c, ctx.actor)
  if (last === null) return { values }
  const same = { ...values, ...last.values, ...unchecked(last.values) }
  if (values['do'] !== 'same-person' || last.number === null) return { values: same, start: 'name' }
  const opened = await openApplicantOf(ctx, last.number)
  return filled(opened.ok ? { ...same, documentNumber: opened.personal.documentNumber } : same, opened)
}

/** A box that was not ticked sends nothing. */
function unchecked(values: WindowValues): WindowValues {
  return Object.fromEntries(CARRIED.filter((name) => values[name] === undefined).map((name) => [name, '']))
}

function filled(values: WindowValues, opened: Outcome<Opened>): Shown {
  if (!opened.ok) return { values, told: { tone: 'amber', title: opened.refusal.message, say: opened.refusal.message }, start: 'name' }
  const { name, number, personal } = opened
  const known = { phone: personal.phone, address: personal.address, postcode: personal.postcode, email: personal.email, contactName: personal.contactName }
  const say = `已带出${name}的联系方式，请与原件核对；这次查看记进了${number}的经过`
  return {
    values: { ...values, name, ...Object.fromEntries(Object.entries(known).filter(([, text]) => text !== null)) },
    told: { tone: 'green', title: say, say },
    start: 'description',
  }
}
