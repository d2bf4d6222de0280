/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import { answerPage, authoritiesFor } from '#features/portal/index.ts'
import { today as todayOf } from '#platform/clock.ts'
import { calendarFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { articlePages } from './articles.route.tsx'
import type { Now } from './calculate.ts'
import { deadlineOf, typedDeadline } from './deadline-form.ts'
import { DeadlinePage } from './deadline.page.tsx'
import { feeOf, typedFee } from './fee-form.ts'
import { FeePage } from './fee.page.tsx'
import { limitCalculations } from './limit-calculations.ts'
import { remedyOf, typedRemedy } from './remedy-form.ts'
import { RemedyPage } from './remedy.page.tsx'

/** The public calculators, and the articles that they cite. What was typed is part of the address, so that a result can be kept, passed on and printed. */
export const calculatorPages = new Hono<WebEnv>()
  .get('/calculators', async (c) => {
    const now = await begin(c, 'received')
    const typed = typedDeadline(queryOf(c), now.today)
    const result = deadlineOf(typed, now)
    return show(c, '答复期限', result, <DeadlinePage typed={typed} result={result} calendar={now.calendar} />)
  })
  .get('/calculators/fee', async (c) => {
    const now = await begin(c, 'basis')
    const typed = typedFee(queryOf(c), now.today)
    const result = c.req.query('basis') === undefined ? { fee: null, errors: [], refusal: null } : feeOf(typed)
    return show(c, '信息处理费', result, <FeePage typed={typed} result={result} />)
  })
  .get('/calculators/remedy', async (c) => {
    const now = await begin(c, 'decision')
    const typed = typedRemedy(queryOf(c))
    const result = c.req.query('decision') === undefined ? { remedy: null, errors: [], refusal: null } : remedyOf(typed, now)
    return show(c, '复议诉讼期限', result, <RemedyPage typed={typed} result={result} />)
  })
  .route('/', articlePages)

/** A page with an answer counts as a calculation; the empty form does not. Days are those of the authority whose pages the visitor reads. */
async function begin(c: Context<WebEnv>, asked: string): Promise<Now> {
  if (c.req.query(asked) !== undefined) await limitCalculations(c)
  const services = c.get('services')
  const { chosen } = await authoritiesFor(c)
  return { today: todayOf(services.clock), calendar: calendarFor(services, chosen.id) }
}

function queryOf(c: Context<WebEnv>): (name: string) => string {
  return (name) => c.req.query(name) ?? ''
}

function show(c: Context<WebEnv>, title: string, result: { readonly errors: readonly unknown[]; readonly refusal: unknown }, page: Child) {
  const error = result.errors.length > 0 || result.refusal !== null
  return answerPage(c, { title, current: 'calculators', error, children: page }, error ? 422 : 200)
}
