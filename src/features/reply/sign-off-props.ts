import type { StaffActor } from '#case/actor.ts'
import type { Refusal } from '#law/refusal.ts'
import type { FieldError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import type { Changes } from './changes.ts'
import type { DraftView } from './draft-view.ts'

/** What a person can press on the page. */
export const SIGN_OFF_ACTIONS = ['approve', 'return', 'issue'] as const
export type SignOffAction = (typeof SIGN_OFF_ACTIONS)[number]

/** What the page of review and issue is drawn from. */
export interface SignOffProps {
  readonly ctx: StaffCtx
  readonly draft: DraftView
  readonly changes: Changes | null
  /** Who can issue it after this person has approved. */
  readonly issuers: readonly StaffActor[]
  readonly errors: readonly FieldError[]
  readonly refusal: Refusal | null
  /** As typed: comment, reason. */
  readonly typed: Readonly<Record<string, string>>
  readonly csrf: string
  /** What the person has seen of the case. */
  readonly version: number
  readonly available: boolean
}
