/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type * as z from 'zod'
import { mayDo } from '#case/permission.ts'
import { COMMANDS } from '#case/transitions.ts'
import type { Refusal } from '#law/refusal.ts'
import { requireStaff } from '#features/accounts/index.ts'
import type { Outcome } from '#case/outcome.ts'
import type { FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { statusOfRefusal } from '#platform/http/problem.ts'
import { parse } from '#platform/validation/parse.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { casePath, viewCase, type CaseView } from './case-view.ts'
import type { CommandDoor, Done } from './command-door.ts'
import { CaseTop } from './case-frame.tsx'
import { CommandPage } from './command-page.tsx'
import { conflictPage } from './conflict-page.tsx'
import { deskPage } from './desk-page.tsx'
import { staffCtx } from './staff-ctx.ts'
import { isStale, onlySideNotes } from './stale.ts'

/** The page of a command: GET shows its form; POST carries it out and goes back to the case, or shows the form again as it was typed. */
export function commandPages<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>): Hono<WebEnv> {
  return new Hono<WebEnv>()
    .get(`/desk/cases/:number/${door.page}`, requireStaff, async (c) => {
      const ctx = staffCtx(c)
      const view = await viewCase(ctx, c.req.param('number'))
      const may = door.ready?.(view.state, ctx.actor) ?? mayDo(door.command, ctx.actor, view.state)
      if (!may.ok) return show(c, ctx, door, { view, values: {}, refusal: may.refusal })
      return show(c, ctx, door, { view, values: { ...(await door.initial?.(ctx, view)), ...ofSchema(door, c.req.query()) } })
    })
    .post(`/desk/cases/:number/${door.page}`, requireStaff, (c) => carryOut(c, door, c.req.param('number')))
}

async function carryOut<S extends z.ZodObject, R extends object>(c: Context<WebEnv>, door: CommandDoor<S, R>, number: string): Promise<Response> {
  const ctx = staffCtx(c)
  const { values } = await formOf(c)
  const typed = door.growing ? door.growing.take(values) : ofSchema(door, values)
  const seen = Number(values['version'])
  if (door.preview && c.req.header('x-partial') === '1') return c.html(<>{door.preview.of({ ctx, view: await viewCase(ctx, number), values: typed, errors: [] })}</>)
  if (door.preview && door.preview.button in values) return show(c, ctx, door, { view: await viewCase(ctx, number), values: typed })
  const again = door.growing?.again(values) ?? null
  if (again !== null) return show(c, ctx, door, { view: await viewCase(ctx, number), values: again })
  const parsed = parse(door.schema, door.growing ? door.growing.read(typed) : typed)
  if (!parsed.ok) return show(c, ctx, door, { view: await viewCase(ctx, number), values: typed, errors: inPageOrder(door, parsed.errors) })
  const target = { number, version: Number.isSafeInteger(seen) ? seen : 0 }
  try {
    return await answer(c, door, ctx, { number, typed, outcome: await runOn(ctx, door, target, parsed.value) })
  } catch (error) {
    if (!isStale(error)) throw error
    const view = await viewCase(ctx, number)
    if (pressedTwice(door, ctx, view, seen)) return c.redirect(`${casePath(number)}?done=${door.command}`, 303)
    return conflictPage(c, ctx, { view, seen, mine: mineAsText(door, typed) })
  }
}

/** Once more where only side notes were added to the case since the person opened the page. */
async function runOn<S extends z.ZodObject, R extends object>(ctx: StaffCtx, door: CommandDoor<S, R>, target: { number: string; version: number }, input: z.output<S>) {
  try {
    return await door.run(ctx, target, input)
  } catch (error) {
    const version = isStale(error) ? onlySideNotes(await viewCase(ctx, target.number), target.version) : null
    if (version === null) throw error
    return door.run(ctx, { ...target, version }, input)
  }
}

interface Answered<R extends object> {
  readonly number: string
  readonly typed: Readonly<Record<string, string>>
  readonly outcome: Outcome<Done<R>>
}

async function answer<S extends z.ZodObject, R extends object>(c: Context<WebEnv>, door: CommandDoor<S, R>, ctx: StaffCtx, { number, typed, outcome }: Answered<R>): Promise<Response> {
  if (!outcome.ok) return show(c, ctx, door, { view: await viewCase(ctx, number), values: typed, refusal: outcome.refusal })
  return door.result ? showResult(c, ctx, door, outcome) : c.redirect(`${casePath(number)}?done=${door.command}`, 303)
}

interface Shown {
  readonly view: CaseView
  readonly values: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
  readonly refusal?: Refusal
}

/** A refusal that a field can mend stands at that field. */
function show<S extends z.ZodObject, R extends object>(c: Context<WebEnv>, ctx: StaffCtx, door: CommandDoor<S, R>, shown: Shown): Promise<Response> {
  const { view, values, refusal = null } = shown
  const field = refusal && door.mends?.[refusal.code]
  const errors = field ? [{ field, message: refusal.message }] : (shown.errors ?? [])
  return deskPage(c, ctx, {
    title: COMMANDS[door.command],
    context: <a href={casePath(view.row.number)}>返回{view.row.number}</a>,
    current: 'cases',
    status: refusal ? statusOfRefusal(refusal) : errors.length > 0 ? 422 : 200,
    error: errors.length > 0 || refusal !== null,
    children: <CommandPage door={door} form={{ ctx, view, values, errors }} csrf={c.get('csrfToken')} refusal={field ? null : refusal} />,
  })
}

async function showResult<S extends z.ZodObject, R extends object>(c: Context<WebEnv>, ctx: StaffCtx, door: CommandDoor<S, R>, done: Done<R>): Promise<Response> {
  const view = await viewCase(ctx, done.saved.row.number)
  return deskPage(c, ctx, {
    title: COMMANDS[door.command],
    context: <a href={casePath(view.row.number)}>返回{view.row.number}</a>,
    current: 'cases',
    children: <><CaseTop view={view} today={ctx.today} />{door.result!(ctx, done)}</>,
  })
}

/** What is meant for the fields of the form; nothing else is shown or read. */
function ofSchema<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, sent: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(door.schema.shape).flatMap((name) => (name in sent ? [[name, sent[name]!]] : [])))
}

function inPageOrder<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, found: readonly FieldError[]): FieldError[] {
  const order = Object.keys(door.labels)
  const errors = door.growing ? found.map((one) => ({ ...one, field: door.growing!.field(one.field) })) : found
  return errors.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

function pressedTwice<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, ctx: StaffCtx, view: CaseView, seen: number): boolean {
  const since = view.events.filter((recorded) => recorded.seq > seen)
  return since.length > 0 && since.every(({ event, actorId }) => event.type === door.once && actorId === ctx.actor.id)
}

function mineAsText<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, typed: Readonly<Record<string, string>>): string {
  return Object.entries(typed)
    .map(([name, value]) => ({ name, words: door.words ? door.words(name, value) : value }))
    .flatMap(({ name, words }) => (words === null || words === '' ? [] : [`${door.labels[name] ?? name}：${words}`]))
    .join('\n')
}
