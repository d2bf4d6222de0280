/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { cx } from '../class-names.ts'
import { Icon } from '../icons.tsx'

/** What every field takes. `error` is one sentence; `mark` is 可不填 or 知道就写 (required fields carry none). */
export interface FieldProps {
  readonly name: string
  readonly label: Child
  readonly help?: Child
  readonly error?: string
  readonly mark?: string
  /** A badge at the right end of the label line, e.g. 号码有效. */
  readonly badge?: Child
  /** Red frame without a sentence of its own: one of several inputs whose group carries the error. */
  readonly invalid?: boolean
  /** Only if the same name occurs twice on the page. */
  readonly id?: string
}

/** The id of the control of a field: what error summaries link to. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}

const isInvalid = (props: FieldProps) => props.error !== undefined || props.invalid === true

/** Class list of an input, select or textarea. */
export function inputClass(props: FieldProps, base: 'form-control' | 'form-select' = 'form-control'): string {
  return isInvalid(props) ? `${base} zx-invalid` : base
}

/** Attributes that tie a control to its label, help and error. */
export function controlAttributes(props: FieldProps, also: ReadonlyArray<string | false | undefined> = []) {
  const id = props.id ?? fieldId(props.name)
  return {
    id,
    name: props.name,
    'aria-describedby': cx(props.help !== undefined && `${id}-help`, props.error !== undefined && `${id}-error`, ...also),
    'aria-invalid': isInvalid(props) ? ('true' as const) : undefined,
  }
}

/** Octagon and sentence above an input. */
export function FieldError({ id, children }: { id: string; children: Child }) {
  return (
    <p class="zx-error" id={id}>
      <Icon name="octagon" />
      <span><span class="zx-sr">错误：</span>{children}</span>
    </p>
  )
}

interface ShellProps extends FieldProps {
  /** A fieldset with legend, for groups of radios or several inputs. */
  readonly group?: boolean
  /** The legend as a small grey heading with a line. */
  readonly quiet?: boolean
  readonly width?: 'half' | 'third' | 'short'
  readonly children: Child
  readonly after?: Child
}

/** Label, help, error, control, in that order; red edge while in error. */
export function Field(props: ShellProps) {
  const { label, help, error, mark, badge, group, width, children, after } = props
  const id = props.id ?? fieldId(props.name)
  const dress = cx('zx-field', error !== undefined && 'zx-in-error', width && `zx-w-${width}`)
  const words = (
    <>
      {label}
      {mark !== undefined && <span class="zx-mark-text">（{mark}）</span>}
    </>
  )
  const remarks = (
    <>
      {help !== undefined && <p class="zx-help" id={`${id}-help`}>{help}</p>}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </>
  )
  if (group) {
    return (
      <fieldset class={dress} aria-describedby={controlAttributes(props)['aria-describedby']}>
        <legend class={props.quiet ? 'zx-label zx-group-title' : 'zx-label'}>{words}{badge}</legend>
        {remarks}
        {children}
        {after}
      </fieldset>
    )
  }
  return (
    <div class={dress}>
      <div class="zx-field-head">
        <div class="zx-label-line"><label class="zx-label" for={id}>{words}</label>{badge}</div>
        {remarks}
      </div>
      <div>{children}</div>
      <div>{after}</div>
    </div>
  )
}
