import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { CaseEventType } from '#case/events.ts'
import type { Outcome } from '#case/outcome.ts'
import type { Command } from '#case/transitions.ts'
import type { Citation } from '#law/citation.ts'
import type { FieldError } from '#platform/errors.ts'
import type { CaseTarget } from '#store/change-case.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import type { CaseView } from './case-view.ts'

/** What a form is drawn from. */
export interface FormProps {
  readonly ctx: StaffCtx
  readonly view: CaseView
  /** As typed, or as proposed when the page is opened. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

/** One command on a case with its two doors: a page with a form, and a JSON route. Both read the same schema and run the same verb. */
export interface CommandDoor<S extends z.ZodObject> {
  readonly command: Command
  /** Last part of the address of the page: `/desk/cases/2026-0159/<page>`. */
  readonly page: string
  /** Last part of the address of the JSON route. */
  readonly route: string
  readonly schema: S
  /** Words on the button that carries the command out. */
  readonly button: string
  /** What the command means, in one line under the title. */
  readonly about: string
  readonly cite: Citation | null
  run(ctx: StaffCtx, target: CaseTarget, input: z.output<S>): Promise<Outcome<{ readonly saved: LoadedCase }>>
  /** The fields of the form; nothing where the button is all. */
  fields?(props: FormProps): Child | Promise<Child>
  /** What stands beside the form. */
  aside?(props: FormProps): Child | Promise<Child>
  /** Proposals for an untouched form. */
  initial?(ctx: StaffCtx, view: CaseView): Readonly<Record<string, string>>
  /** Names of the fields, to hand back what was typed when somebody else saved first. */
  readonly labels: Readonly<Record<string, string>>
  /** The event of a command without fields: pressed twice by the same person it counts once. */
  readonly once?: CaseEventType
}
