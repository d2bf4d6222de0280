/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { APPLICANT } from '#case/actor.ts'
import { answerPage } from '#features/portal/index.ts'
import { BeforeFiling, lookBefore } from '#features/suggestions/index.ts'
import { contextFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { ContactPage } from './apply-contact.page.tsx'
import { authorityFor } from './apply-context.ts'
import type { StepView } from './apply-frame.tsx'
import { HowPage } from './apply-how.page.tsx'
import { STEP_KEYS, STEPS, type StepKey } from './apply-steps.ts'
import { WhatPage } from './apply-what.page.tsx'
import { WhoPage } from './apply-who.page.tsx'
import { shownIn } from './draft-merge.ts'
import type { Draft } from './draft-store.ts'

type Shown = Omit<StepView, 'csrf' | 'phone'>

/** Answers with the page of a step. */
export async function answerStep(c: Context<WebEnv>, step: StepKey, shown: Shown, status: ContentfulStatusCode = 200): Promise<Response> {
  const authority = authorityFor(shown.values, shown.authorities)
  const view = { ...shown, csrf: c.get('csrfToken'), phone: authority.consultPhone }
  const last = STEP_KEYS[STEP_KEYS.indexOf(step) - 1]
  const back = shown.backToCheck
    ? { href: '/apply/check', label: '返回核对' }
    : last === undefined ? { href: '/', label: '返回首页' } : { href: `/apply/${last}`, label: `返回上一步：${STEPS[last].title}` }
  const before = step === 'what' ? await lookBefore(c, contextFor(c.get('services'), APPLICANT), shown.values, authority) : null
  const pages: Record<StepKey, () => unknown> = {
    who: () => <WhoPage {...view} />,
    contact: () => <ContactPage {...view} ways={c.get('services').messageWays} />,
    what: () => <WhatPage {...view} removed={c.req.query('removed') !== undefined && status === 200} before={before && <BeforeFiling {...before} />} />,
    how: () => <HowPage {...view} />,
  }
  const frame = { title: STEPS[step].title, current: 'apply' as const, back, error: shown.errors.length > 0, authority }
  return answerPage(c, { ...frame, children: pages[step]() as never }, status)
}

/** Names the draft and the state of its fields in the form of a step. */
export function shownOf(step: StepKey, draft: Draft | null): StepView['shown'] {
  return { draft: draft?.name ?? '', fields: shownIn(STEPS[step].fields, draft?.values ?? {}) }
}
