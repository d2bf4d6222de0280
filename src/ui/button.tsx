/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'
import { KeyHint } from './key-hint.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'link'

export interface ButtonProps {
  readonly children: Child
  readonly kind?: ButtonKind
  /** With `href` a link that looks like a button; without it a form button. */
  readonly href?: string
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  readonly form?: string
  readonly formaction?: string
  readonly icon?: IconName
  readonly iconAfter?: IconName
  /** Key printed on the button; `data-key` lets the script press it. */
  readonly keys?: string
  readonly disabled?: boolean
  readonly small?: boolean
  readonly wide?: boolean
  readonly id?: string
  readonly describedBy?: string
  /** Script action that replaces submitting, e.g. `print`; without script the button must still make sense or be hidden. */
  readonly action?: 'print' | 'copy' | 'toggle-password'
  readonly target?: string
}

/** Only single keys are pressed by the script; Ctrl Enter and the like are printed only. */
const pressed = (keys: string | undefined) => (keys !== undefined && /^[A-Z]$/.test(keys) ? keys.toLowerCase() : undefined)

/** A button or a link in button dress. Verb first, two to six characters. */
export function Button(props: ButtonProps) {
  const { children, kind = 'secondary', href, icon, iconAfter, keys } = props
  const dress = cx('btn', `zx-btn-${kind}`, props.small && 'zx-btn-small', props.wide && 'zx-btn-wide', props.action && 'zx-needs-script')
  const inner = (
    <>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
      {iconAfter && <Icon name={iconAfter} size={16} />}
      {keys && <KeyHint keys={keys} joined />}
    </>
  )
  if (href !== undefined) return <a class={dress} href={href} id={props.id} data-key={pressed(keys)}>{inner}</a>
  return (
    <button class={dress} type={props.type ?? (props.action ? 'button' : 'submit')} name={props.name} value={props.value} form={props.form} formaction={props.formaction} disabled={props.disabled} id={props.id} aria-describedby={props.describedBy} data-action={props.action} data-target={props.target} data-key={pressed(keys)}>
      {inner}
    </button>
  )
}

/** A row of buttons; on narrow portal pages each takes the full width. `note` stands under the row. */
export function Buttons({ children, note, end }: { children: Child; note?: Child; end?: Child }) {
  return (
    <div class="zx-buttons-block">
      <div class="zx-buttons">
        {children}
        {end && <span class="zx-buttons-end">{end}</span>}
      </div>
      {note && <p class="zx-meta">{note}</p>}
    </div>
  )
}
