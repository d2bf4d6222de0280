import type { Child } from 'hono/jsx'
import type * as z from 'zod'
import type { StaffActor } from '#case/actor.ts'
import type { CaseEventType } from '#case/events.ts'
import type { Outcome } from '#case/outcome.ts'
import type { CaseState } from '#case/state.ts'
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

/** What follows from the choices of a form, shown beside it while it is filled in; nothing is changed. */
export interface Preview {
  /** Name of the second button of the form, which asks for it where no script runs. */
  readonly button: string
  /** Id of the region that a script replaces. */
  readonly region: string
  of(props: FormProps): Child | Promise<Child>
}

/** A form that grows: the same field again and again, told to the schema as a list. Works without script, by buttons that send the form. */
export interface GrowingForm {
  /** What of the sent values belongs to the form. */
  take(sent: Readonly<Record<string, string>>): Readonly<Record<string, string>>
  /** The form's values as the schema takes them. */
  read(values: Readonly<Record<string, string>>): unknown
  /** The form to show again, when the button that was pressed adds or removes a row; null when it carries the command out. */
  again(sent: Readonly<Record<string, string>>): Readonly<Record<string, string>> | null
  /** Name of the field that a path of the schema stands for. */
  field(path: string): string
}

/** What a command came to: the case as saved, and what else it tells. */
export type Done<R extends object> = R & { readonly saved: LoadedCase }

/** One command on a case with its two doors: a page with a form, and a JSON route. Both read the same schema and run the same verb. */
export interface CommandDoor<S extends z.ZodObject, R extends object = object> {
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
  /** What the facts of the case say before anything is typed; the table and the person are asked where it is left out. */
  ready?(state: CaseState, actor: StaffActor): Outcome
  run(ctx: StaffCtx, target: CaseTarget, input: z.output<S>): Promise<Outcome<Done<R>>>
  /** The fields of the form; nothing where the button is all. */
  fields?(props: FormProps): Child | Promise<Child>
  /** What stands beside the form. */
  aside?(props: FormProps): Child | Promise<Child>
  /** Proposals for an untouched form. */
  initial?(ctx: StaffCtx, view: CaseView): Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>
  /** Names of the fields, to hand back what was typed when somebody else saved first. */
  readonly labels: Readonly<Record<string, string>>
  /** The same for choices: their words in place of the codes that were sent; null leaves one out. */
  words?(name: string, value: string): string | null
  /** Refusals that one field can mend: code → field. */
  readonly mends?: Readonly<Record<string, string>>
  /** Shown in place of the case when the command is done: for what is to be seen once. */
  result?(ctx: StaffCtx, done: Done<R>): Child
  /** What the JSON route answers in place of the case. */
  readonly answer?: { readonly schema: z.ZodType; of(done: Done<R>): object }
  readonly preview?: Preview
  readonly growing?: GrowingForm
  /** The event of a command without fields: pressed twice by the same person it counts once. */
  readonly once?: CaseEventType
}
