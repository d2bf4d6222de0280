/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { SimilarPanel } from '#features/similar/index.ts'
import { AppError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { newId } from '#platform/ids.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { fileApplication } from './file-application.ts'
import { oralForm } from './oral-form.route.tsx'
import { papersToCase } from './papers-to-case.ts'
import { ContactHints, DocumentCheck, PaperCheck, typedIn } from './window-checks.tsx'
import { fillFromLast, fillReturning } from './window-fill.ts'
import { FRESH, readWindow, WINDOW_CHANNELS, type WindowEntry, type WindowValues } from './window-form.ts'
import { rememberLast } from './window-last.ts'
import { giveWindowPass, windowPass } from './window-pass.ts'
import { ReceiptPreview } from './window-preview.tsx'
import { windowReceipt } from './window-receipt.tsx'
import { ReturningHint } from './window-returning.tsx'
import { keepScans, renameScans, scansOf, scansOwner } from './window-scans.ts'
import { pageKey, registrar, showWindow } from './window-show.tsx'

const PATH = '/desk/intake'

/** `/desk/intake`: a paper form is typed in, filed through the same verb as on the portal, and its receipt printed. */
export const windowPages = new Hono<WebEnv>()
  .get(PATH, requireStaff, (c) => {
    const ctx = registrar(c)
    const { filed = '', kept = '', channel = '' } = c.req.query()
    const values = { ...FRESH, ...(Object.hasOwn(WINDOW_CHANNELS, channel) ? { channel } : {}), arrivedOn: ctx.today }
    const told = windowPass(c, ctx.actor.id, filed) !== null ? filedBefore(filed) : kept === '1' ? KEPT : null
    return showWindow(c, ctx, { values, told })
  })
  .post(PATH, requireStaff, (c) => carryOut(c))
  .post(`${PATH}/preview`, requireStaff, (c) => preview(c))
  .get(`${PATH}/receipt/:number`, requireStaff, (c) => windowReceipt(c, c.req.param('number')))
  .post(`${PATH}/form/:number`, requireStaff, (c) => oralForm(c, c.req.param('number')))

function filedBefore(number: string) {
  return { tone: 'green' as const, title: <>{number}已登记。<a href={`${PATH}/receipt/${number}`}>打印{number}的回执</a></>, say: `${number}已登记，接着录下一份` }
}

const KEPT = { tone: 'green' as const, title: <>已存为待确认收到，还不是案件。<a href="/desk/pending-receipts">看待确认收到</a></>, say: '已存为待确认收到，接着录下一份' }

async function carryOut(c: Context<WebEnv>): Promise<Response> {
  const ctx = registrar(c)
  const form = await formOf(c)
  const key = pageKey(ctx, form.values)
  const values: WindowValues = { ...form.values, key }
  const scans = await keepScans(ctx, form, key)
  if (scans.removed || values['do'] === 'preview') return showWindow(c, ctx, { values, errors: scans.errors, start: 'scans' })
  if (values['do'] === 'fill') return showWindow(c, ctx, await fillReturning(ctx, values))
  if (values['do'] === 'same' || values['do'] === 'same-person') return showWindow(c, ctx, await fillFromLast(c, ctx, values))
  const entry = readWindow(values, ctx)
  if (!entry.ok || scans.errors.length > 0) return showWindow(c, ctx, { values, errors: [...(entry.ok ? [] : entry.errors), ...scans.errors] })
  try {
    return await save(c, ctx, values, entry.value)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.options.fields) return showWindow(c, ctx, { values, errors: error.options.fields })
    if (error.options.code !== 'idempotency/other-request') throw error
    const next = newId(ctx.now)
    await renameScans(ctx, key, next)
    return showWindow(c, ctx, { values: { ...values, key: next }, told: { tone: 'amber', title: SAVED_BEFORE, say: SAVED_BEFORE }, status: 409 })
  }
}

const SAVED_BEFORE = '这一页刚才已经登记过一份，内容和现在的不同。现在的是另一份申请，就再存一次；只是回来改字的，不用再存'

async function save(c: Context<WebEnv>, ctx: StaffCtx, values: WindowValues, { application, receipt }: WindowEntry): Promise<Response> {
  const { authorityId: _, ...asked } = application
  const key = pageKey(ctx, values)
  const { filed } = await fileApplication(ctx, {
    authorityId: ctx.actor.authorityId,
    application: asked,
    receipt,
    idempotencyKey: { scope: `applications/${ctx.actor.id}`, key },
    alsoInTransaction: (tx, made) => papersToCase(tx, ctx, scansOwner(ctx, key), made),
  })
  giveWindowPass(c, ctx.actor.id, filed)
  rememberLast(c, ctx.actor, values, filed.number)
  return c.redirect(values['do'] === 'again' ? `${PATH}?filed=${filed.number}&channel=${receipt.channel}` : `${PATH}/receipt/${filed.number}`, 303)
}

/** The regions of the page that follow the typing. */
async function preview(c: Context<WebEnv>): Promise<Response> {
  const ctx = registrar(c)
  const { values } = await formOf(c)
  switch (c.req.query('part')) {
    case 'document':
      return c.html(<><DocumentCheck values={values} today={ctx.today} /><template data-into="returning"><ReturningHint ctx={ctx} values={values} typing /></template><template data-into="similar"><SimilarPanel ctx={ctx} typed={typedIn(ctx, values)} /></template></>)
    case 'similar':
      return c.html(<SimilarPanel ctx={ctx} typed={typedIn(ctx, values)} />)
    case 'check':
      return c.html(<><PaperCheck values={values} scans={await scansOf(ctx, pageKey(ctx, values))} /><template data-into="contact-hints"><ContactHints values={values} /></template></>)
    default:
      return c.html(<ReceiptPreview ctx={ctx} values={values} />)
  }
}
