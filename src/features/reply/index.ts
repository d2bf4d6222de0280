import { Hono } from 'hono'
import type { WebEnv } from '#store/web-env.ts'
import { draftPages } from './draft.route.tsx'
import { previewPages } from './preview.route.tsx'
import { signOffPages } from './sign-off.route.tsx'

export { readDraft, readDrafts } from './drafts.ts'
export { saveDraft } from './save-draft.ts'
export { approveDraft, returnDraft, submitDraft } from './sign-off.ts'
export { issueReply } from './issue.ts'
export { letterOf } from './letter-of.ts'
export { replyApi } from './reply.api.ts'

/** 拟稿, its preview, and 审签. */
export const replyPages = new Hono<WebEnv>().route('/', draftPages).route('/', previewPages).route('/', signOffPages)
