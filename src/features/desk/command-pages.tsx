/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import { mayDo } from '#case/permission.ts'
import { COMMANDS } from '#case/transitions.ts'
import type { Refusal } from '#law/refusal.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { AppError, type FieldError } from '#platform/errors.ts'
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

/** The page of a command: GET shows its form; POST carries it out and goes back to the case, or shows the form again as it was typed. */
export function commandPages<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>): Hono<WebEnv> {
  return new Hono<WebEnv>()
    .get(`/desk/cases/:number/${door.page}`, requireStaff, async (c) => {
      const ctx = staffCtx(c)
      const view = await viewCase(ctx, c.req.param('number'))
      const may = mayDo(door.command, ctx.actor, view.state)
      if (!may.ok) return show(c, ctx, door, { view, values: {}, refusal: may.refusal })
      return show(c, ctx, door, { view, values: (await door.initial?.(ctx, view)) ?? {} })
    })
    .post(`/desk/cases/:number/${door.page}`, requireStaff, (c) => carryOut(c, door, c.req.param('number')))
}

async function carryOut<S extends z.ZodObject, R extends object>(c: Context<WebEnv>, door: CommandDoor<S, R>, number: string): Promise<Response> {
  const ctx = staffCtx(c)
  const { values } = await formOf(c)
  const typed = Object.fromEntries(Object.keys(door.schema.shape).flatMap((name) => (name in values ? [[name, values[name]!]] : [])))
  const seen = Number(values['version'])
  if (door.preview && c.req.header('x-partial') === '1') return c.html(<>{door.preview.of({ ctx, view: await viewCase(ctx, number), values: typed, errors: [] })}</>)
  if (door.preview && door.preview.button in values) return show(c, ctx, door, { view: await viewCase(ctx, number), values: typed })
  const parsed = parse(door.schema, typed)
  if (!parsed.ok) return show(c, ctx, door, { view: await viewCase(ctx, number), values: typed, errors: inPageOrder(door, parsed.errors) })
  try {
    const outcome = await door.run(ctx, { number, version: Number.isSafeInteger(seen) ? seen : 0 }, parsed.value)
    if (outcome.ok) return door.result ? showResult(c, ctx, door, outcome) : c.redirect(`${casePath(number)}?done=${door.command}`, 303)
    return show(c, ctx, door, { view: await viewCase(ctx, number), values: typed, refusal: outcome.refusal })
  } catch (error) {
    if (!(error instanceof AppError) || error.options.code !== 'case/stale-version') throw error
    const view = await viewCase(ctx, number)
    if (pressedTwice(door, ctx, view, seen)) return c.redirect(`${casePath(number)}?done=${door.command}`, 303)
    return conflictPage(c, ctx, { view, seen, mine: mineAsText(door, typed) })
  }
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

function inPageOrder<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, errors: readonly FieldError[]): FieldError[] {
  const order = Object.keys(door.labels)
  return errors.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

function pressedTwice<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, ctx: StaffCtx, view: CaseView, seen: number): boolean {
  const since = view.events.filter((recorded) => recorded.seq > seen)
  return since.length > 0 && since.every(({ event, actorId }) => event.type === door.once && actorId === ctx.actor.id)
}

function mineAsText<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, typed: Readonly<Record<string, string>>): string {
  return Object.entries(typed)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${door.labels[name] ?? name}：${value}`)
    .join('\n')
}
