/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { answerPage } from '#features/portal/index.ts'
import { dropUploads } from '#features/uploads/index.ts'
import { formOf } from '#platform/http/form.ts'
import type { Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { applyContext, authorityFor, limitPosts, type ApplyContext } from './apply-context.ts'
import { draftPapers } from './apply-papers.ts'
import { ResumePage } from './apply-resume.page.tsx'
import { SavedPage } from './apply-saved.page.tsx'
import { draftByTypedCode } from './draft-by-code.ts'
import { forgetDraft, givenCode, giveCode, joinDraft } from './draft-session.ts'
import { eraseDraft, type Draft } from './draft-store.ts'

/** `/apply/saved`, `/apply/code`, `/apply/resume`, `/apply/left`, `/apply/discard`: keeping a draft, going on with it elsewhere, ending it. */
export const applyDraftPages = new Hono<WebEnv>()
  .get('/apply/saved', async (c) => {
    const { ctx, draft, authorities } = await applyContext(c)
    if (!draft) return c.redirect('/apply/who', 303)
    const page = <SavedPage expiresAt={draft.expiresAt} code={givenCode(c, ctx, draft)} resumeUrl={`${ctx.publicUrl}/apply/resume`} csrf={c.get('csrfToken')} />
    return answerPage(c, { title: '草稿存好了', current: 'apply', narrow: true, authority: authorityFor(draft.values, authorities), children: page })
  })
  .post('/apply/code', async (c) => {
    const { ctx, draft } = await applyContext(c)
    await limitPosts(c, ctx)
    if (!draft) return c.redirect('/apply/who', 303)
    await giveCode(c, ctx, draft)
    return c.redirect('/apply/saved', 303)
  })
  .get('/apply/resume', async (c) => answerResume(c, await applyContext(c), { code: '', error: null, replaces: false }))
  .post('/apply/resume', async (c) => {
    const found = await applyContext(c)
    const { ctx, draft: own } = found
    await limitPosts(c, ctx)
    const form = await formOf(c)
    const code = form.text('code')
    const opened = await draftByTypedCode(ctx, code, c.get('clientAddress'))
    if (!opened.ok) return answerResume(c, found, { code, error: opened.message, replaces: false }, 422)
    if (own && own.name !== opened.draft.name && form.text('replace') !== own.name) return answerResume(c, found, { code, error: null, replaces: true }, 409)
    if (own?.name !== opened.draft.name) {
      // One that has a code of its own can be opened again; of one that has none nothing would ever be seen again.
      if (own && !own.hasCode) await throwAway(ctx, own)
      await joinDraft(c, ctx, opened.draft)
    }
    return c.redirect('/apply', 303)
  })
  .get('/apply/left', async (c) => {
    const { ctx, filed } = await applyContext(c)
    if (filed) {
      await eraseDraft(ctx.db, filed.draft)
      forgetDraft(c)
    }
    return c.redirect('/', 303)
  })
  .post('/apply/discard', async (c) => {
    const { ctx, draft, filed } = await applyContext(c)
    if (draft) await throwAway(ctx, draft)
    if (filed) await eraseDraft(ctx.db, filed.draft)
    forgetDraft(c)
    return c.redirect('/', 303)
  })

/** Draft and papers go together. */
async function throwAway(ctx: Ctx, draft: Draft): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await eraseDraft(tx, draft.name)
    await dropUploads(tx, ctx, draftPapers(draft))
  })
}

function answerResume(c: Context<WebEnv>, { draft, authorities }: ApplyContext, asked: { code: string; error: string | null; replaces: boolean }, status: 200 | 409 | 422 = 200) {
  const page = <ResumePage {...asked} own={draft} csrf={c.get('csrfToken')} phone={authorityFor(draft?.values ?? {}, authorities).consultPhone} />
  return answerPage(c, { title: '接着写草稿', current: 'apply', narrow: true, error: asked.error !== null, back: { href: '/apply', label: '返回申请公开' }, children: page }, status)
}
