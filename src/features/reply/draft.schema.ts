import * as z from 'zod'
import { optional, paragraph } from '#platform/validation/text.ts'
import { Attachments } from './attachments.ts'

/** The parts of a reply that its drafter writes; the rest comes from the template, the file and the law. May be unfinished. */
export const DraftParts = z.strictObject({
  requestText: paragraph({ label: '申请内容', min: 0, max: 3000 }),
  facts: paragraph({ label: '事实和理由', min: 0, max: 6000 }),
  decisionText: paragraph({ label: '决定', min: 0, max: 3000 }),
  attachments: Attachments,
})
export type DraftParts = z.output<typeof DraftParts>

/** The parts as a form brings them, before they are checked. */
export function typedParts(text: (name: keyof DraftParts) => string): DraftParts {
  return { requestText: text('requestText'), facts: text('facts'), decisionText: text('decisionText'), attachments: text('attachments') }
}

/** Why a draft goes back to its drafter. */
export const ReturnDraft = z.strictObject({ reason: paragraph({ label: '退回理由', min: 4, max: 1000 }) })
export type ReturnDraft = z.output<typeof ReturnDraft>

/** 审核意见, may be left out. */
export const ApproveDraft = z.strictObject({ comment: optional(paragraph({ label: '审核意见', max: 1000 })) })
export type ApproveDraft = z.output<typeof ApproveDraft>
