/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { feeFor, type Fee } from '#law/processing-fee-measures/fee.ts'
import { answerPage } from '#features/portal/index.ts'
import { today as todayOf } from '#platform/clock.ts'
import type { FieldError } from '#platform/errors.ts'
import { parse } from '#platform/validation/parse.ts'
import type { Services } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { CalculatorsPage, type Basis } from './calculators.page.tsx'
import { DueInput, FeeInput } from './typed.schema.ts'

interface Computed<T> {
  readonly result: T | null
  readonly errors: readonly FieldError[]
}

/** `GET /calculators`: results are part of the address, so they can be kept and passed on. */
export const calculatorPages = new Hono<WebEnv>().get('/calculators', async (c) => {
  const services = c.get('services')
  const today = todayOf(services.clock)
  const query = (name: string) => c.req.query(name) ?? ''
  const typed = { received: query('received') || today, basis: basisIn(query('basis')), cases: query('cases'), pages: query('pages') }
  const due = dueFor(services, today, typed.received)
  const fee = c.req.query('basis') === undefined ? { result: null, errors: [] } : feeOn(today, typed)
  const errors = [...due.errors, ...fee.errors]
  const page = <CalculatorsPage today={today} typed={typed} clock={due.result} fee={fee.result} errors={errors} />
  return answerPage(c, { title: '期限与费用', current: 'calculators', error: errors.length > 0, children: page }, errors.length > 0 ? 422 : 200)
})

function basisIn(text: string): Basis {
  return text === 'per_page' ? 'per_page' : 'per_case'
}

function dueFor({ calendar }: Services, today: CivilDate, received: string): Computed<Clock> {
  const parsed = parse(DueInput, { received })
  if (!parsed.ok) return { result: null, errors: parsed.errors }
  const receivedOn = parsed.value.received
  const folded = foldClock({ receivedOn, events: [], today, calendar })
  if (!folded.ok) return { result: null, errors: [{ field: 'received', message: folded.refusal.message }] }
  // Nobody says that this application is still unanswered, so a day long past is not called overdue.
  const again = folded.clock.overdue ? foldClock({ receivedOn, events: [], today: receivedOn, calendar }) : folded
  return { result: again.ok ? again.clock : null, errors: [] }
}

function feeOn(today: CivilDate, typed: { basis: Basis; cases: string; pages: string }): Computed<Fee> {
  const parsed = typed.basis === 'per_case' ? parse(FeeInput.per_case, { cases: typed.cases }) : parse(FeeInput.per_page, { pages: typed.pages })
  if (!parsed.ok) return { result: null, errors: parsed.errors }
  const value = parsed.value
  const fee = feeFor('cases' in value ? { basis: 'per_case', receivedOn: today, ordinalInMonth: 1, cases: value.cases } : { basis: 'per_page', receivedOn: today, pages: value.pages })
  if (fee.ok) return { result: fee, errors: [] }
  return { result: null, errors: [{ field: typed.basis === 'per_case' ? 'cases' : 'pages', message: fee.refusal.message }] }
}
