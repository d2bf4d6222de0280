/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { keepNoCopy } from '#features/portal/index.ts'
import { answerSuggestion, asksAboutWording } from '#features/suggestions/index.ts'
import { removeUpload, REMOVE_UPLOAD } from '#features/uploads/index.ts'
import { formOf } from '#platform/http/form.ts'
import type { WebEnv } from '#store/web-env.ts'
import { applyContext, limitPosts } from './apply-context.ts'
import { applyCheckPages, toReceipt } from './apply-check.route.tsx'
import { applyDraftPages } from './apply-draft.route.tsx'
import { receiptPages } from './apply-receipt.route.tsx'
import { draftPapers, inPageOrder, keepPapers, papersOf, sendLatePapers } from './apply-papers.ts'
import { asksAboutNumbers, saveStep } from './apply-save.ts'
import { answerStep, shownOf } from './apply-answer.tsx'
import { faultsOf, firstOpenStep, isStep, STEP_KEYS, STEPS, type StepKey } from './apply-steps.ts'
import { openTheirs, sealTheirs } from './apply-theirs.ts'
import { giveCode } from './draft-session.ts'

/** `/apply` … `/apply/check` and `/receipt/:number`. */
export const applyPages = new Hono<WebEnv>()
  .use('/apply/*', async (c, next) => {
    keepNoCopy(c)
    await next()
  })
  .get('/apply', async (c) => {
    const { ctx, draft, authorities, filed } = await applyContext(c)
    keepNoCopy(c)
    if (filed) return toReceipt(c, { ...filed, again: true })
    return c.redirect(`/apply/${draft ? (firstOpenStep(draft.values, authorities, ctx.today) ?? 'check') : 'who'}`, 303)
  })
  .route('/', applyDraftPages)
  .route('/', applyCheckPages)
  .get('/apply/:step', async (c) => {
    const step = c.req.param('step')
    if (!isStep(step)) return c.notFound()
    const { ctx, draft, authorities, usual } = await applyContext(c)
    const values = draft?.values ?? { authorityId: usual }
    const missing = firstOpenStep(values, authorities, ctx.today)
    if (missing !== null && STEP_KEYS.indexOf(missing) < STEP_KEYS.indexOf(step)) return c.redirect(`/apply/${missing}`, 303)
    const errors = c.req.query('fix') === undefined ? [] : faultsOf(step, values, authorities, ctx.today)
    const papers = await papersOf(ctx, draft)
    return answerStep(c, step, { values, errors, authorities, papers, kept: draft !== null, backToCheck: c.req.query('back') === 'check', shown: shownOf(step, draft), overwritten: null })
  })
  .post('/apply/:step', async (c) => {
    const step = c.req.param('step')
    if (!isStep(step)) return c.notFound()
    const found = await applyContext(c)
    const { ctx, authorities, filed } = found
    await limitPosts(c, ctx)
    const form = await formOf(c)
    // Typed on a page that was open while another device filed: it would begin a second application with this step alone.
    if (filed && form.text('draft') === filed.draft) return toReceipt(c, filed)
    const action = form.text('action')
    const backToCheck = form.text('back') === 'check'
    const own = Object.fromEntries(STEPS[step].fields.filter((field) => form.all(field).length > 0).map((field) => [field, form.text(field)]))
    const typed = action === 'theirs' ? { ...own, ...openTheirs(ctx, form.text('theirs')) } : own
    const saved = await saveStep(c, found, { step, typed, action, shown: form.text('shown'), warned: form.text('warned') })
    const { draft, values } = saved
    if (draft.filed) return toReceipt(c, { ...draft.filed, until: draft.expiresAt })
    const refused = await keepPapers(ctx, draft, step, form)
    const now = await sendLatePapers(ctx, draft)
    if (now.filed) return toReceipt(c, { ...now.filed, until: now.expiresAt })
    const removed = form.text(REMOVE_UPLOAD)
    if (removed !== '') await removeUpload(ctx, draftPapers(draft), removed)
    const back = backToCheck ? '&back=check' : ''
    const overwritten = saved.overwritten.length === 0 ? null : { fields: saved.overwritten, at: saved.overwrittenAt, theirs: sealTheirs(ctx, saved.overwritten) }
    const again = async (errors: Parameters<typeof inPageOrder>[1], status: 200 | 409 | 422) =>
      answerStep(c, step, { values, errors, authorities, papers: await papersOf(ctx, draft), kept: true, backToCheck, shown: shownOf(step, draft), overwritten }, status)
    if (refused.length === 0 && overwritten === null) {
      if (action === 'later') {
        if (!draft.hasCode) await giveCode(c, ctx, draft)
        return c.redirect('/apply/saved', 303)
      }
      const suggested = step === 'what' ? await answerSuggestion(c, ctx, action) : null
      if (suggested !== null) return c.redirect(suggested, 303)
      if (removed !== '' || action === 'theirs') return c.redirect(`/apply/${step}?kept=1${back}`, 303)
    }
    const errors = action === 'later' || removed !== '' ? refused : inPageOrder(STEPS[step].fields, [...faultsOf(step, values, authorities, ctx.today), ...refused])
    if (errors.length > 0) return again(errors, 422)
    if (overwritten) return again([], 409)
    if (step === 'what' && action === 'remove') return c.redirect(`/apply/what?removed=1${back}`, 303)
    if (step === 'what' && asksAboutNumbers(values)) return c.redirect(`/apply/what?warn=1${back}#personal-numbers`, 303)
    if (step === 'what' && asksAboutWording(values, form.text('wording'))) return c.redirect(`/apply/what?wording=1${back}#wording`, 303)
    return c.redirect(afterStep(step, backToCheck && firstOpenStep(values, authorities, ctx.today) === null), 303)
  })
  .route('/', receiptPages)

function afterStep(step: StepKey, toCheck: boolean): string {
  const next = STEP_KEYS[STEP_KEYS.indexOf(step) + 1]
  return `/apply/${toCheck || next === undefined ? 'check' : next}`
}
