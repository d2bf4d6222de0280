/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { Instant } from '#law/instant.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { answerPage, givePass } from '#features/portal/index.ts'
import { formOf } from '#platform/http/form.ts'
import { calendarFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { CheckPage } from './apply-check.page.tsx'
import { applyContext, authorityFor, limitPosts, type ApplyContext } from './apply-context.ts'
import { applicationIn, firstOpenStep, submissionKey } from './apply-steps.ts'
import { closeDraft } from './draft-session.ts'
import type { Draft } from './draft-store.ts'
import { fileApplication, type Filed } from './file-application.ts'

/** Step 5: `GET /apply/check` shows everything, `POST` files it once. */
export const applyCheckPages = new Hono<WebEnv>()
  .get('/apply/check', async (c) => {
    const found = await applyContext(c)
    if (found.filed) return toReceipt(c, found.filed)
    const elsewhere = redirectOf(found)
    return elsewhere ? c.redirect(elsewhere, 303) : answerCheck(c, found, found.draft!, false)
  })
  .post('/apply/check', async (c) => {
    const found = await applyContext(c)
    const { ctx, draft, authorities, filed } = found
    await limitPosts(c, ctx)
    if (filed) return toReceipt(c, filed)
    const elsewhere = redirectOf(found)
    if (elsewhere || !draft) return c.redirect(elsewhere ?? '/apply/who', 303)
    const key = submissionKey(draft.name, draft.values)
    if ((await formOf(c)).text('key') !== key) return answerCheck(c, found, draft, true)
    const done = await fileApplication(ctx, {
      authorityId: authorityFor(draft.values, authorities).id,
      application: applicationIn(draft.values),
      receipt: { channel: 'internet' },
      idempotencyKey: { scope: `portal/${draft.name}`, key },
      alsoInTransaction: (tx, one) => closeDraft(c, ctx, tx, one),
    })
    return toReceipt(c, done.filed)
  })

/** Where to send somebody whose answers are not complete. */
function redirectOf({ ctx, draft, authorities }: ApplyContext): string | null {
  if (!draft) return '/apply/who'
  const open = firstOpenStep(draft.values, authorities, ctx.today)
  return open === null ? null : `/apply/${open}?fix=1`
}

function answerCheck(c: Context<WebEnv>, { ctx, authorities }: ApplyContext, draft: Draft, changed: boolean): Promise<Response> {
  const authority = authorityFor(draft.values, authorities)
  const folded = foldClock({ receivedOn: ctx.today, events: [], today: ctx.today, calendar: calendarFor(ctx, authority.id) })
  if (!folded.ok) throw new Error(folded.refusal.code)
  const page = (
    <CheckPage application={applicationIn(draft.values)} authority={authority} clock={folded.clock} csrf={c.get('csrfToken')} submissionKey={submissionKey(draft.name, draft.values)} changed={changed} />
  )
  const back = { href: '/apply/how', label: '返回上一步：怎么给您' }
  return answerPage(c, { title: '核对提交', current: 'apply', back, authority, children: page }, changed ? 409 : 200)
}

/**
 * The receipt shows number and query code to this browser for half an hour after filing, the status page for two hours.
 * Asked for again where the first answer was lost: nobody has seen the code yet.
 */
export function toReceipt(c: Context<WebEnv>, { caseId, number, queryCode, until }: Filed & { readonly until?: Instant }): Response {
  givePass(c, 'receipt', { caseId, number, queryCode }, until)
  givePass(c, 'status', { caseId, number })
  return c.redirect(`/receipt/${number}`, 303)
}
