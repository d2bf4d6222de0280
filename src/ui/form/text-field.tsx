/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { controlAttributes, Field, inputClass, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal'
  readonly maxlength?: number
  readonly placeholder?: string
  readonly required?: boolean
  readonly readonly?: boolean
  readonly autofocus?: boolean
  readonly width?: 'half' | 'third' | 'short'
  /** Something beside the input, e.g. the 显示 button of a password. */
  readonly beside?: Child
}

/** One line of text. Required fields are not marked; the server says what is missing. */
export function TextField(props: TextFieldProps) {
  const input = (
    <input class={inputClass(props)} type={props.type ?? 'text'} value={props.value} autocomplete={props.autocomplete} inputmode={props.inputmode} maxlength={props.maxlength} placeholder={props.placeholder} aria-required={props.required ? 'true' : undefined} readonly={props.readonly} autofocus={props.autofocus} {...controlAttributes(props)} />
  )
  return (
    <Field {...props}>
      {props.beside === undefined ? input : <div class="zx-beside">{input}{props.beside}</div>}
    </Field>
  )
}

/** A password with a 显示 button, shown only where script runs; paste and password managers work. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'value' | 'beside'>) {
  const id = controlAttributes(props).id
  return (
    <TextField autocomplete="current-password" {...props} type="password" beside={
      <button class="btn zx-btn-secondary zx-needs-script" type="button" data-action="toggle-password" data-target={id} aria-pressed="false">显示</button>
    } />
  )
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string
  readonly rows?: number
  /** Limit in characters; the count stands under the field and is kept current by the script. */
  readonly max?: number
  readonly placeholder?: string
  readonly required?: boolean
}

/** Several lines of text, with its count. The limit is not enforced while typing, so that nothing pasted is cut. */
export function TextArea(props: TextAreaProps) {
  const { value = '', rows = 5, max } = props
  const attributes = controlAttributes(props, [max !== undefined && `${controlAttributes(props).id}-count`])
  const count = max === undefined ? undefined : (
    <p class="zx-help zx-char-count" id={`${attributes.id}-count`} data-count-for={attributes.id} data-max={max}>已写{[...value].length}字，最多{max}字</p>
  )
  return (
    <Field {...props} after={count}>
      <textarea class={inputClass(props)} rows={rows} placeholder={props.placeholder} aria-required={props.required ? 'true' : undefined} {...attributes}>{value}</textarea>
    </Field>
  )
}

export interface DateFieldProps extends FieldProps {
  /** As typed; the server reads it. */
  readonly value?: string
  /** The date as understood, as a sentence: 2026年11月20日（周五）. */
  readonly readBack?: string
  readonly width?: 'half' | 'third' | 'short'
  readonly placeholder?: string
}

/** A date, typed freely and read back in words, so that a slip of the finger is seen at once. */
export function DateField(props: DateFieldProps) {
  const attributes = controlAttributes(props, [`${controlAttributes(props).id}-read`])
  return (
    <Field {...props} after={<p class="zx-read-back" id={`${attributes.id}-read`} aria-live="polite">{props.readBack}</p>}>
      <input class={inputClass(props)} type="text" value={props.value} placeholder={props.placeholder} autocomplete="off" data-date {...attributes} />
    </Field>
  )
}
