/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { mayDo } from '#case/permission.ts'
import type { Outcome } from '#case/outcome.ts'
import type { Refusal } from '#law/refusal.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { casePath, conflictPage, deskPage, isStale, staffCtx, viewCase } from '#features/desk/index.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { AppError, type FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { statusOfRefusal } from '#platform/http/problem.ts'
import { parse } from '#platform/validation/parse.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { changesOf } from './changes.ts'
import { DraftPage, NoDraft } from './draft.page.tsx'
import { DraftParts, typedParts } from './draft.schema.ts'
import { draftView, isSavedBy, type DraftView } from './draft-view.ts'
import { readDraft } from './drafts.ts'
import { NO_ANSWER, PART_LABELS } from './gate.ts'
import { nextReviewers } from './next-person.ts'
import { pageGate } from './page-gate.ts'
import { templateGate } from './reply-material.ts'
import { saveDraft } from './save-draft.ts'
import { submitDraft } from './sign-off.ts'
import { despiteSideNotes, pressedTwice, seenVersion, type SeenTarget } from './versions.ts'

/** `/desk/cases/:number/draft`: the page, and what its two buttons do. */
export const draftPages = new Hono<WebEnv>()
  .get('/desk/cases/:number/draft', requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const number = c.req.param('number')
    const draft = await draftView(ctx, number)
    if (!draft.ok) return noDraft(c, ctx, number, draft.refusal)
    return show(c, ctx, draft, { justSaved: c.req.query('done') === 'save_draft' })
  })
  .post('/desk/cases/:number/draft', requireStaff, (c) => carryOut(c, c.req.param('number')))

async function carryOut(c: Context<WebEnv>, number: string): Promise<Response> {
  const ctx = staffCtx(c)
  const { values, text } = await formOf(c)
  const typed = typedParts(text)
  const seen = seenVersion(values['version'])
  const submits = values['do'] === 'submit'
  const done = submits ? `${casePath(number)}?done=submit_draft` : `${casePath(number, 'draft')}?done=save_draft`
  const parsed = parse(DraftParts, typed)
  if (!parsed.ok) return mend(c, ctx, { number, version: seen }, typed, parsed.errors)
  try {
    const outcome = await despiteSideNotes(ctx, { number, version: seen }, (target) => run(c, ctx, target, parsed.value, submits))
    return outcome.ok ? c.redirect(done, 303) : refused(c, ctx, number, parsed.value, outcome.refusal)
  } catch (error) {
    const code = error instanceof AppError ? error.options.code : undefined
    if (code === NO_ANSWER) return refused(c, ctx, number, parsed.value, { code, message: (error as AppError).publicText })
    if (!isStale(error)) throw error
    const view = await viewCase(ctx, number)
    const kept = canonicalJson((await readDraft(ctx.db, view.row.id))?.parts ?? null) === canonicalJson(parsed.value)
    if (kept && pressedTwice(ctx, view, seen, submits ? ['draft_saved', 'draft_submitted'] : ['draft_saved'])) return c.redirect(done, 303)
    return conflictPage(c, ctx, { view, seen, mine: asText(typed) })
  }
}

/** 存稿, and 送科室审核 on top of it. Words that are in the file already are not saved twice. */
async function run(c: Context<WebEnv>, ctx: StaffCtx, target: SeenTarget, parts: DraftParts, submits: boolean): Promise<Outcome<{ saved: LoadedCase }>> {
  const draft = await draftView(ctx, target.number)
  const kept = draft.ok && target.version === draft.view.row.version && mayDo('save_draft', ctx.actor, draft.view.state).ok && isSavedBy(ctx.actor.id, draft, parts) && (submits || !draft.view.state.draft?.outdated)
  const saved = kept ? { ok: true as const, saved: draft.view } : await saveDraft(ctx, target, parts)
  if (!saved.ok || !submits) return saved
  return submitDraft(ctx, { number: target.number, version: saved.saved.row.version }, templateGate(ctx, c.get('letters')))
}

/** The same page with what cannot be stored as it was typed. */
async function mend(c: Context<WebEnv>, ctx: StaffCtx, { number, version }: SeenTarget, parts: DraftParts, errors: readonly FieldError[]): Promise<Response> {
  const draft = await draftView(ctx, number)
  if (draft.ok) return show(c, ctx, { ...draft, parts }, { errors, version, unsaved: true })
  return conflictPage(c, ctx, { view: await viewCase(ctx, number), seen: version, mine: asText(parts) })
}

/** The same page with the reason and what was typed. */
async function refused(c: Context<WebEnv>, ctx: StaffCtx, number: string, parts: DraftParts, refusal: Refusal): Promise<Response> {
  const now = await draftView(ctx, number)
  return now.ok ? show(c, ctx, { ...now, parts }, { refusal, unsaved: true }) : noDraft(c, ctx, number, refusal)
}

interface Shown {
  readonly errors?: readonly FieldError[]
  readonly refusal?: Refusal
  /** Kept from the page that was sent, so that a later save still notices who was faster. */
  readonly version?: number
  readonly justSaved?: boolean
  readonly unsaved?: boolean
}

async function show(c: Context<WebEnv>, ctx: StaffCtx, draft: DraftView, shown: Shown): Promise<Response> {
  const { errors = [], refusal = null, version = draft.view.row.version, justSaved = false, unsaved = false } = shown
  const letters = c.get('letters')
  // What cannot be stored as it was typed is not put to the template either.
  const asked = errors.length > 0 ? null : letters
  const { number } = draft.view.row
  const page = {
    ctx, draft, errors, refusal, version, justSaved, unsaved,
    gate: await pageGate(asked, draft),
    changes: await changesOf(ctx.db, draft),
    reviewers: await nextReviewers(ctx.db, ctx.actor, draft.view.state),
    csrf: c.get('csrfToken'),
    available: letters !== null,
  }
  return deskPage(c, ctx, {
    title: '拟稿',
    context: <a href={casePath(number)}>返回{number}</a>,
    current: 'cases',
    status: refusal ? statusOfRefusal(refusal) : errors.length > 0 ? 422 : 200,
    error: errors.length > 0 || refusal !== null,
    children: <DraftPage {...page} />,
  })
}

function noDraft(c: Context<WebEnv>, ctx: StaffCtx, number: string, refusal: Refusal): Promise<Response> {
  const decide = refusal.code === 'reply/no-decision'
  return deskPage(c, ctx, {
    title: '拟稿',
    context: <a href={casePath(number)}>返回{number}</a>,
    current: 'cases',
    status: statusOfRefusal(refusal),
    children: <NoDraft number={number} refusal={refusal} decide={decide} />,
  })
}

function asText(typed: DraftParts): string {
  return (Object.keys(PART_LABELS) as (keyof DraftParts)[]).map((part) => `${PART_LABELS[part]}：\n${typed[part]}`).join('\n\n')
}
