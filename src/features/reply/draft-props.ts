import type { StaffActor } from '#case/actor.ts'
import type { Refusal } from '#law/refusal.ts'
import type { FieldError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import type { Changes } from './changes.ts'
import type { DraftView } from './draft-view.ts'
import type { Gate } from './gate.ts'

/** What the page of a draft is drawn from. */
export interface DraftPageProps {
  readonly ctx: StaffCtx
  readonly draft: DraftView
  readonly gate: Gate
  readonly changes: Changes | null
  readonly reviewers: readonly StaffActor[]
  readonly errors: readonly FieldError[]
  readonly refusal: Refusal | null
  readonly csrf: string
  /** What the person has seen of the case. */
  readonly version: number
  /** Letters can be set here. */
  readonly available: boolean
  /** The person has just saved. */
  readonly justSaved: boolean
  /** What was typed is on the page but not in the file. */
  readonly unsaved: boolean
}
