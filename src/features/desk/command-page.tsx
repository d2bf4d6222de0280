/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type * as z from 'zod'
import { mayDo } from '#case/permission.ts'
import { COMMANDS } from '#case/transitions.ts'
import type { Refusal } from '#law/refusal.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { Csrf, ErrorSummary, HiddenField } from '#ui/form/index.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { CaseTop } from './case-frame.tsx'
import { casePath } from './case-view.ts'
import type { CommandDoor, FormProps } from './command-door.ts'

interface CommandPageProps<S extends z.ZodObject, R extends object> {
  readonly door: CommandDoor<S, R>
  readonly form: FormProps
  readonly csrf: string
  readonly refusal: Refusal | null
}

/** The case, what the command means, its form, and why not where it is refused. */
export async function CommandPage<S extends z.ZodObject, R extends object>({ door, form, csrf, refusal }: CommandPageProps<S, R>) {
  const { ctx, view } = form
  const path = casePath(view.row.number)
  const may = door.ready?.(view.state, ctx.actor) ?? mayDo(door.command, ctx.actor, view.state)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <CaseTop view={view} today={ctx.today} />
      {refusal && <Refused title={may.ok ? '没有办成' : `现在不能${COMMANDS[door.command]}`} refusal={refusal} />}
      <Columns kind="case">
        <Panel title={COMMANDS[door.command]} meta={door.about} end={<Cite of={door.cite} />}>
          {may.ok || Object.keys(form.values).length > 0 ? (
            <form method="post" action={`${path}/${door.page}`} id="command" data-refresh={door.preview && `${path}/${door.page}`} data-refresh-target={door.preview?.region}>
              <Csrf token={csrf} />
              <HiddenField name="version" value={view.row.version} />
              {await door.fields?.(form)}
              <SubmitRow button={door.button} back={path} disabled={!may.ok} keys={door.fields !== undefined} />
            </form>
          ) : (
            <Buttons><Button href={path}>返回案件</Button></Buttons>
          )}
        </Panel>
        <Stack as="aside">{await door.aside?.(form)}</Stack>
      </Columns>
    </>
  )
}

function SubmitRow({ button, back, disabled, keys }: { button: string; back: string; disabled: boolean; keys: boolean }) {
  const end: Child = keys ? <KeyHint keys="Ctrl Enter" label={button} /> : undefined
  return (
    <Buttons end={end}>
      <Button kind="primary" disabled={disabled}>{button}</Button>
      <Button href={back}>返回案件</Button>
    </Buttons>
  )
}

function Refused({ title, refusal }: { title: string; refusal: Refusal }) {
  return (
    <Notice tone="red" title={title} live>
      <p>{refusal.message} <Cite of={refusal.cite ?? null} /></p>
    </Notice>
  )
}
