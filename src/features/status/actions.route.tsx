/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { APPLICANT, type ApplicantActor } from '#case/actor.ts'
import type { Outcome } from '#case/outcome.ts'
import { AnswerCorrection, answerCorrection, papersOfAnswer } from '#features/correction/index.ts'
import { confirmDelivery } from '#features/delivery/index.ts'
import { answerPage, passFor, type CasePass } from '#features/portal/index.ts'
import { Withdraw, withdraw } from '#features/withdrawal/index.ts'
import type { Refusal } from '#law/refusal.ts'
import type { FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { parse } from '#platform/validation/parse.ts'
import { contextFor, type Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { actionForm, takePapers } from './action-form.ts'
import { addPapers, papersInHand } from './add-papers.ts'
import { CorrectPage, NotNow } from './correct.page.tsx'
import { limitQueries } from './limit-queries.ts'
import { PapersPage } from './papers.page.tsx'
import { statusPath } from './status-path.ts'
import { statusView, type StatusView } from './status-view.ts'
import { WithdrawPage } from './withdraw.page.tsx'

type Found = { readonly ctx: Ctx<ApplicantActor>; readonly pass: CasePass; readonly view: StatusView }
type Shown = { readonly values?: Readonly<Record<string, string>>; readonly errors?: readonly FieldError[] }

/** What an applicant does with his case, behind the pass that number and query code gave him. */
export const actionPages = new Hono<WebEnv>()
  .get('/status/:number/correct', (c) => inside(c, (found) => showCorrect(c, found, {})))
  .post('/status/:number/correct', (c) =>
    inside(c, async (found) => {
      const { ctx, pass, view } = found
      if (!view.can.correct.ok) return done(c, found, await repeated(c, found), 'correct', '补正')
      const papers = await takePapers(c, ctx, papersOfAnswer(pass.caseId), view.authority.id)
      const { values } = await formOf(c)
      const parsed = parse(AnswerCorrection, { text: values['text'] ?? '', lateReason: values['lateReason'] ?? '' })
      const errors = [...(parsed.ok || !papers.sent ? [] : parsed.errors), ...papers.errors]
      if (!parsed.ok || !papers.sent || errors.length > 0) return showCorrect(c, found, { values, errors })
      const outcome = await answerCorrection(ctx, pass.caseId, parsed.value, values['key'] ?? null)
      if (!outcome.ok && outcome.refusal.code === 'correction/needs-cause') {
        return showCorrect(c, found, { values, errors: [{ field: 'lateReason', message: outcome.refusal.message }] })
      }
      return done(c, found, outcome, 'correct', '补正')
    }),
  )
  .get('/status/:number/withdraw', (c) => inside(c, (found) => showWithdraw(c, found, {})))
  .post('/status/:number/withdraw', (c) =>
    inside(c, async (found) => {
      const { values } = await formOf(c)
      const parsed = parse(Withdraw, { reason: values['reason'] ?? '' })
      if (!parsed.ok) return showWithdraw(c, found, { values, errors: parsed.errors })
      return done(c, found, await withdraw(found.ctx, found.pass.caseId, parsed.value), 'withdraw', '撤回申请')
    }),
  )
  .post('/status/:number/confirm', (c) => inside(c, async (found) => done(c, found, await confirmDelivery(found.ctx, found.pass.caseId), 'confirm', '确认收到答复')))
  .get('/status/:number/papers', (c) => inside(c, (found) => showPapers(c, found, {})))
  .post('/status/:number/papers', (c) =>
    inside(c, async (found) => {
      const { ctx, pass, view } = found
      if (!view.can.addPapers.ok) return notNow(c, found, '补充材料', view.can.addPapers.refusal)
      const papers = await takePapers(c, ctx, papersInHand(pass.caseId), view.authority.id)
      if (!papers.sent || papers.errors.length > 0) return showPapers(c, found, { errors: papers.errors })
      const outcome = await addPapers(ctx, pass.caseId)
      if (!outcome.ok && outcome.refusal.code === 'status/no-papers') return showPapers(c, found, { errors: [{ field: 'papers', message: outcome.refusal.message }] })
      return done(c, found, outcome, 'papers', '补充材料')
    }),
  )

async function inside(c: Context<WebEnv>, then: (found: Found) => Promise<Response>): Promise<Response> {
  const number = c.req.param('number') ?? ''
  const pass = passFor(c, 'status', number)
  if (!pass) return c.redirect(`/status?number=${encodeURIComponent(number)}`, 303)
  const ctx = contextFor(c.get('services'), APPLICANT)
  if (c.req.method === 'POST') await limitQueries(c, ctx)
  return then({ ctx, pass, view: await statusView(ctx, pass.caseId) })
}

/** The second press of a button whose first has been carried out meanwhile: the same key is answered with the same. */
async function repeated(c: Context<WebEnv>, { ctx, pass }: Found): Promise<Outcome> {
  const { values } = await formOf(c)
  return answerCorrection(ctx, pass.caseId, { text: '', lateReason: undefined }, values['key'] ?? null)
}

function done(c: Context<WebEnv>, found: Found, outcome: Outcome, what: string, title: string): Promise<Response> | Response {
  return outcome.ok ? c.redirect(`${statusPath(found.view.number)}?done=${what}`, 303) : notNow(c, found, title, outcome.refusal)
}

function notNow(c: Context<WebEnv>, found: Found, title: string, refusal: Refusal): Promise<Response> {
  return show(c, found, title, <NotNow title={title} refusal={refusal} number={found.view.number} />, { status: 409 })
}

async function showCorrect(c: Context<WebEnv>, found: Found, shown: Shown): Promise<Response> {
  const { ctx, pass, view } = found
  const { correct } = view.can
  if (!correct.ok) return notNow(c, found, '补正', correct.refusal)
  const form = await actionForm(c, ctx, { ...shown, papersOf: papersOfAnswer(pass.caseId) })
  return show(c, found, '补正', <CorrectPage {...view} form={form} late={correct.late} />, shown)
}

async function showWithdraw(c: Context<WebEnv>, found: Found, shown: Shown): Promise<Response> {
  const { withdraw: may } = found.view.can
  if (!may.ok) return notNow(c, found, '撤回申请', may.refusal)
  return show(c, found, '撤回申请', <WithdrawPage {...found.view} form={await actionForm(c, found.ctx, shown)} />, shown)
}

async function showPapers(c: Context<WebEnv>, found: Found, shown: Shown): Promise<Response> {
  const { ctx, pass, view } = found
  if (!view.can.addPapers.ok) return notNow(c, found, '补充材料', view.can.addPapers.refusal)
  const form = await actionForm(c, ctx, { ...shown, papersOf: papersInHand(pass.caseId) })
  return show(c, found, '补充材料', <PapersPage {...view} form={form} />, shown)
}

function show(c: Context<WebEnv>, { view }: Found, title: string, children: Child, { errors = [], status }: Shown & { readonly status?: ContentfulStatusCode }): Promise<Response> {
  const back = { href: statusPath(view.number), label: `返回：申请${view.number}` }
  return answerPage(c, { title, current: 'status', back, authority: view.authority, error: errors.length > 0, children }, status ?? (errors.length > 0 ? 422 : 200))
}
