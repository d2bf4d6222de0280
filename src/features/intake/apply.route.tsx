/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { answerPage, keepNoCopy } from '#features/portal/index.ts'
import { formOf } from '#platform/http/form.ts'
import type { WebEnv } from '#store/web-env.ts'
import { applyContext, authorityFor, limitPosts } from './apply-context.ts'
import { applyCheckPages, toReceipt } from './apply-check.route.tsx'
import { ContactPage } from './apply-contact.page.tsx'
import { HowPage } from './apply-how.page.tsx'
import { SavedPage } from './apply-saved.page.tsx'
import { faultsOf, firstOpenStep, isStep, STEP_KEYS, STEPS, type StepKey } from './apply-steps.ts'
import { nameOf, personalNumbers, withoutPersonalNumbers } from './apply-warning.ts'
import { WhatPage } from './apply-what.page.tsx'
import { WhoPage } from './apply-who.page.tsx'
import type { StepView } from './apply-frame.tsx'
import { dropDraft, keepDraft } from './draft-session.ts'
import type { Typed } from './draft-store.ts'
import { receiptPages } from './apply-receipt.route.tsx'

/** What a draft may hold at most, in characters; more is shown again but not kept. */
const DRAFT_LIMIT = 50_000

/** `/apply` … `/apply/check` and `/receipt/:number`. */
export const applyPages = new Hono<WebEnv>()
  .use('/apply/*', async (c, next) => {
    keepNoCopy(c)
    await next()
  })
  .get('/apply', async (c) => {
    const { ctx, draft, authorities, filed } = await applyContext(c)
    keepNoCopy(c)
    if (filed) return toReceipt(c, filed)
    return c.redirect(`/apply/${draft ? (firstOpenStep(draft.values, authorities, ctx.today) ?? 'check') : 'who'}`, 303)
  })
  .get('/apply/saved', async (c) => {
    const { draft, authorities } = await applyContext(c)
    if (!draft) return c.redirect('/apply/who', 303)
    const page = <SavedPage expiresAt={draft.expiresAt} csrf={c.get('csrfToken')} />
    return answerPage(c, { title: '草稿存好了', current: 'apply', narrow: true, authority: authorityFor(draft.values, authorities), children: page })
  })
  .get('/apply/left', async (c) => {
    const { ctx, filed } = await applyContext(c)
    if (filed) await dropDraft(c, ctx)
    return c.redirect('/', 303)
  })
  .post('/apply/discard', async (c) => {
    const { ctx } = await applyContext(c)
    await dropDraft(c, ctx)
    return c.redirect('/', 303)
  })
  .route('/', applyCheckPages)
  .get('/apply/:step', async (c) => {
    const step = c.req.param('step')
    if (!isStep(step)) return c.notFound()
    const { ctx, draft, authorities } = await applyContext(c)
    const values = draft?.values ?? {}
    const missing = firstOpenStep(values, authorities, ctx.today)
    if (missing !== null && STEP_KEYS.indexOf(missing) < STEP_KEYS.indexOf(step)) return c.redirect(`/apply/${missing}`, 303)
    const errors = c.req.query('fix') === undefined ? [] : faultsOf(step, values, authorities, ctx.today)
    return answerStep(c, step, { values, errors, authorities, kept: draft !== null, backToCheck: c.req.query('back') === 'check' })
  })
  .post('/apply/:step', async (c) => {
    const step = c.req.param('step')
    if (!isStep(step)) return c.notFound()
    const { ctx, draft, authorities } = await applyContext(c)
    await limitPosts(c, ctx)
    const form = await formOf(c)
    const action = form.text('action')
    const backToCheck = form.text('back') === 'check'
    const typed = Object.fromEntries(STEPS[step].fields.filter((field) => form.all(field).length > 0).map((field) => [field, form.text(field)]))
    const values = answered(step, { ...draft?.values, ...typed }, action, form.text('warned'))
    if (JSON.stringify(values).length <= DRAFT_LIMIT) await keepDraft(c, ctx, authorityFor(values, authorities).id, values, draft)
    if (action === 'later') return c.redirect('/apply/saved', 303)
    const errors = faultsOf(step, values, authorities, ctx.today)
    if (errors.length > 0) return answerStep(c, step, { values, errors, authorities, kept: true, backToCheck }, 422)
    const back = backToCheck ? '&back=check' : ''
    if (step === 'what' && action === 'remove') return c.redirect(`/apply/what?removed=1${back}`, 303)
    if (step === 'what' && asksAboutNumbers(values)) return c.redirect(`/apply/what?warn=1${back}#personal-numbers`, 303)
    return c.redirect(afterStep(step, backToCheck && firstOpenStep(values, authorities, ctx.today) === null), 303)
  })
  .route('/', receiptPages)

/** What a POST of step 3 says about numbers in the description: taken out, or kept because they are none. */
function answered(step: StepKey, values: Typed, action: string, warned: string): Typed {
  if (step !== 'what') return values
  const description = values['description'] ?? ''
  if (action === 'remove') return { ...values, description: withoutPersonalNumbers(description) }
  const found = personalNumbers(description)
  return found.length > 0 && warned === nameOf(found) ? { ...values, keptNumbers: warned } : values
}

function asksAboutNumbers(values: Typed): boolean {
  const found = personalNumbers(values['description'] ?? '')
  return found.length > 0 && values['keptNumbers'] !== nameOf(found)
}

function afterStep(step: StepKey, toCheck: boolean): string {
  const next = STEP_KEYS[STEP_KEYS.indexOf(step) + 1]
  return `/apply/${toCheck || next === undefined ? 'check' : next}`
}

type Shown = Omit<StepView, 'csrf' | 'phone'>

function answerStep(c: Context<WebEnv>, step: StepKey, shown: Shown, status: ContentfulStatusCode = 200): Promise<Response> {
  const authority = authorityFor(shown.values, shown.authorities)
  const view = { ...shown, csrf: c.get('csrfToken'), phone: authority.consultPhone }
  const before = STEP_KEYS[STEP_KEYS.indexOf(step) - 1]
  const back = shown.backToCheck
    ? { href: '/apply/check', label: '返回核对' }
    : before === undefined ? { href: '/', label: '返回首页' } : { href: `/apply/${before}`, label: `返回上一步：${STEPS[before].title}` }
  const pages: Record<StepKey, () => unknown> = {
    who: () => <WhoPage {...view} />,
    contact: () => <ContactPage {...view} />,
    what: () => <WhatPage {...view} removed={c.req.query('removed') !== undefined && status === 200} />,
    how: () => <HowPage {...view} />,
  }
  const frame = { title: STEPS[step].title, current: 'apply' as const, back, error: shown.errors.length > 0, authority }
  return answerPage(c, { ...frame, children: pages[step]() as never }, status)
}
