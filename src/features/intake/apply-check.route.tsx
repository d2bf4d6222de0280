/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { Instant } from '#law/instant.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { answerPage, givePass } from '#features/portal/index.ts'
import { noteFiled } from '#features/suggestions/index.ts'
import { uploadsOf } from '#features/uploads/index.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { formOf } from '#platform/http/form.ts'
import { calendarFor, type Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { CheckPage } from './apply-check.page.tsx'
import { applyContext, authorityFor, limitPosts, type ApplyContext } from './apply-context.ts'
import { draftPapers, dropAgentPapers, missingAgentPapers, papersOf, papersThatCount } from './apply-papers.ts'
import { applicationIn, firstOpenStep, submissionKey } from './apply-steps.ts'
import { fileDraft, lockDraft, type Draft } from './draft-store.ts'
import { fileApplication, type Filed } from './file-application.ts'
import { papersToCase } from './papers-to-case.ts'

/** Step 5: `GET /apply/check` shows everything, `POST` files it once. */
export const applyCheckPages = new Hono<WebEnv>()
  .get('/apply/check', async (c) => {
    const found = await applyContext(c)
    if (found.filed) return toReceipt(c, { ...found.filed, again: true })
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
    const key = await keyOf(ctx, ctx.db, draft)
    if ((await formOf(c)).text('key') !== key) return answerCheck(c, found, draft, true)
    await dropAgentPapers(ctx, draft)
    try {
      const done = await fileApplication(ctx, {
        authorityId: authorityFor(draft.values, authorities).id,
        application: applicationIn(draft.values),
        receipt: { channel: 'internet' },
        idempotencyKey: { scope: `portal/${draft.name}`, key },
        alsoInTransaction: (tx, one) => closeDraft(ctx, tx, { name: draft.name, key, filed: one }),
      })
      await noteFiled(c, ctx)
      return toReceipt(c, done.filed)
    } catch (error) {
      if (!(error instanceof DraftChanged)) throw error
      const now = await applyContext(c)
      return now.draft ? answerCheck(c, now, now.draft, true) : c.redirect('/apply', 303)
    }
  })

class DraftChanged extends Error {}

/**
 * In the transaction that files, so that neither is without the other: the papers go to the case, what was typed is erased, and the
 * receipt stays for a second click.
 * @throws DraftChanged when another device has written meanwhile: nothing is filed that nobody has checked
 */
async function closeDraft(ctx: Ctx, tx: Queryable, { name, key, filed }: { name: string; key: string; filed: Filed }): Promise<void> {
  const draft = await lockDraft(ctx, tx, name)
  if (!draft || draft.filed || (await keyOf(ctx, tx, draft)) !== key) throw new DraftChanged()
  await fileDraft(ctx, tx, name, filed)
  await papersToCase(tx, ctx, draftPapers(draft), filed)
}

/** The same for the same answers and papers. */
async function keyOf(ctx: Ctx, tx: Queryable, draft: Draft): Promise<string> {
  const papers = papersThatCount(draft.values, await uploadsOf(ctx, tx, draftPapers(draft)))
  return submissionKey(draft.name, draft.values, papers.map(({ id }) => id))
}

/** Where to send somebody whose answers are not complete. */
function redirectOf({ ctx, draft, authorities }: ApplyContext): string | null {
  if (!draft) return '/apply/who'
  const open = firstOpenStep(draft.values, authorities, ctx.today)
  return open === null ? null : `/apply/${open}?fix=1`
}

async function answerCheck(c: Context<WebEnv>, { ctx, authorities }: ApplyContext, draft: Draft, changed: boolean): Promise<Response> {
  const authority = authorityFor(draft.values, authorities)
  const folded = foldClock({ receivedOn: ctx.today, events: [], today: ctx.today, calendar: calendarFor(ctx, authority.id) })
  if (!folded.ok) throw new Error(folded.refusal.code)
  const papers = await papersOf(ctx, draft)
  const shown = { application: applicationIn(draft.values), papers: papers && papersThatCount(draft.values, papers), missing: papers === null ? [] : missingAgentPapers(draft.values, papers) }
  const page = <CheckPage {...shown} authority={authority} clock={folded.clock} csrf={c.get('csrfToken')} submissionKey={await keyOf(ctx, ctx.db, draft)} changed={changed} />
  const back = { href: '/apply/how', label: '返回上一步：怎么给您' }
  return answerPage(c, { title: '核对提交', current: 'apply', back, authority, children: page }, changed ? 409 : 200)
}

/**
 * The receipt shows number and query code to this browser for half an hour after filing, the status page for two hours.
 * Asked for again where the first answer was lost: nobody has seen the code yet.
 */
export function toReceipt(c: Context<WebEnv>, { caseId, number, queryCode, until, again = false }: Filed & { readonly until?: Instant; readonly again?: boolean }): Response {
  givePass(c, 'receipt', { caseId, number, queryCode }, until)
  // Looking at the receipt once more does not end the visit to another case, whose pass is not sent to this address.
  if (!again) givePass(c, 'status', { caseId, number })
  return c.redirect(`/receipt/${number}`, 303)
}
