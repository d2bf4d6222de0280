/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { CaseEventType } from '#case/events.ts'
import type { Outcome } from '#case/outcome.ts'
import type { Status } from '#case/status.ts'
import type { Command } from '#case/transitions.ts'
import type { Refusal } from '#law/refusal.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { casePath, conflictPage, deskPage, isStale, staffCtx, viewCase } from '#features/desk/index.ts'
import { AppError, type FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { statusOfRefusal } from '#platform/http/problem.ts'
import { parse } from '#platform/validation/parse.ts'
import type { CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { changesOf } from './changes.ts'
import { ApproveDraft, ReturnDraft } from './draft.schema.ts'
import { draftView } from './draft-view.ts'
import { NO_ANSWER } from './gate.ts'
import { issueReply } from './issue.ts'
import { nextIssuers } from './next-person.ts'
import { templateGate } from './reply-material.ts'
import { approveDraft, returnDraft } from './sign-off.ts'
import { NothingToSignOff, SignOffPage } from './sign-off.page.tsx'
import { SIGN_OFF_ACTIONS, type SignOffAction } from './sign-off-props.ts'
import { despiteSideNotes, pressedTwice, seenVersion } from './versions.ts'

/** `/desk/cases/:number/signoff`: 审核同意, 退回修改, 签发. */
export const signOffPages = new Hono<WebEnv>()
  .get('/desk/cases/:number/signoff', requireStaff, (c) => show(c, staffCtx(c), c.req.param('number')))
  .post('/desk/cases/:number/signoff', requireStaff, (c) => carryOut(c, c.req.param('number')))

const DONE: Readonly<Record<SignOffAction, { readonly command: Command; readonly event: CaseEventType }>> = {
  approve: { command: 'approve_draft', event: 'draft_approved' },
  return: { command: 'return_draft', event: 'draft_returned' },
  issue: { command: 'issue', event: 'reply_issued' },
}

async function carryOut(c: Context<WebEnv>, number: string): Promise<Response> {
  const ctx = staffCtx(c)
  const { values: typed } = await formOf(c)
  const seen = seenVersion(typed['version'])
  try {
    const done = await despiteSideNotes(ctx, { number, version: seen }, (target) => run(c, ctx, target, typed))
    if ('errors' in done) return show(c, ctx, number, { typed, errors: done.errors })
    if (done.outcome.ok) return c.redirect(`${casePath(number)}?done=${DONE[done.act].command}`, 303)
    return show(c, ctx, number, { typed, refusal: done.outcome.refusal })
  } catch (error) {
    const code = error instanceof AppError ? error.options.code : undefined
    if (code === NO_ANSWER) return show(c, ctx, number, { typed, refusal: { code, message: (error as AppError).publicText } })
    if (!isStale(error)) throw error
    const view = await viewCase(ctx, number)
    const act = SIGN_OFF_ACTIONS.find((one) => one === typed['do'])
    if (act && pressedTwice(ctx, view, seen, [DONE[act].event])) return c.redirect(`${casePath(number)}?done=${DONE[act].command}`, 303)
    return conflictPage(c, ctx, { view, seen, mine: typed['reason'] ?? typed['comment'] ?? '' })
  }
}

type Done = { readonly errors: readonly FieldError[] } | { readonly act: SignOffAction; readonly outcome: Outcome }

async function run(c: Context<WebEnv>, ctx: StaffCtx, target: CaseTarget, typed: Readonly<Record<string, string>>): Promise<Done> {
  switch (typed['do']) {
    case 'approve': {
      const input = parse(ApproveDraft, { comment: typed['comment'] ?? '' })
      return input.ok ? { act: 'approve', outcome: await approveDraft(ctx, target, input.value) } : input
    }
    case 'return': {
      const input = parse(ReturnDraft, { reason: typed['reason'] ?? '' })
      return input.ok ? { act: 'return', outcome: await returnDraft(ctx, target, input.value) } : input
    }
    case 'issue':
      return { act: 'issue', outcome: await issueReply(ctx, target, templateGate(ctx, c.get('letters'))) }
    default:
      return { errors: [{ field: '', message: '请选审核同意、退回修改或者签发' }] }
  }
}

interface Shown {
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
  readonly refusal?: Refusal
}

/** Where a case is when somebody can sign off. */
const HERE: readonly Status[] = ['section_review', 'awaiting_issue']

async function show(c: Context<WebEnv>, ctx: StaffCtx, number: string, { typed = {}, errors = [], refusal }: Shown = {}): Promise<Response> {
  const draft = await draftView(ctx, number)
  const why = !draft.ok ? draft.refusal.message : HERE.includes(draft.view.state.status) ? null : '这份稿现在不在审核，也不在签发'
  const page = {
    title: '审签',
    context: <a href={casePath(number)}>返回{number}</a>,
    current: 'signoff' as const,
    status: refusal ? statusOfRefusal(refusal) : errors.length > 0 ? (422 as const) : (200 as const),
    error: errors.length > 0 || refusal !== undefined,
  }
  if (!draft.ok || why !== null) {
    return deskPage(c, ctx, { ...page, children: <NothingToSignOff number={number} why={refusal?.message ?? why ?? ''} /> })
  }
  const props = {
    ctx, draft, errors, typed,
    version: typed['version'] === undefined || refusal ? draft.view.row.version : seenVersion(typed['version']),
    refusal: refusal ?? null,
    changes: await changesOf(ctx.db, draft),
    issuers: await nextIssuers(ctx.db, ctx.actor, draft.view.state),
    csrf: c.get('csrfToken'),
    available: c.get('letters') !== null,
  }
  return deskPage(c, ctx, { ...page, children: <SignOffPage {...props} /> })
}
