/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { cx } from '../class-names.ts'
import { controlAttributes, Field, inputClass, type FieldProps } from './field.tsx'

export interface Choice {
  readonly value: string
  readonly label: Child
  /** One line under the label (radios only). */
  readonly hint?: Child
  /** Article or badge after the label. */
  readonly cite?: Child
  readonly badge?: Child
  readonly disabled?: boolean
  /** Fields or radios that belong to this choice; shown below it. */
  readonly children?: Child
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly Choice[]
  readonly value?: string
}

const optionId = (base: string, index: number) => (index === 0 ? base : `${base}-${index + 1}`)

/** One choice of six or fewer, side by side. `keys` prints 1–6 and lets these keys choose. */
export function Segments(props: ChoiceProps & { readonly keys?: boolean; readonly width?: 'half' | 'third' }) {
  const { options, value, keys, name } = props
  const { id, ...attributes } = controlAttributes(props)
  return (
    <Field {...props} group>
      <div class={cx('zx-segments', props.error !== undefined && 'zx-invalid')} data-number-keys={keys ? '' : undefined}>
        {options.map((option, index) => (
          <span class="zx-segment">
            <input type="radio" id={optionId(id, index)} name={name} value={option.value} checked={option.value === value} disabled={option.disabled} aria-describedby={attributes['aria-describedby']} />
            <label for={optionId(id, index)}>{keys && <span class="zx-segment-key">{index + 1}</span>}{option.label}</label>
          </span>
        ))}
      </div>
    </Field>
  )
}

/** One choice of six or fewer, below each other, each with a line of explanation, an article and what follows from it. `quiet`: the label is a small grey heading. */
export function Radios(props: ChoiceProps & { readonly columns?: 2; readonly quiet?: boolean }) {
  const { options, value, name } = props
  const { id, ...attributes } = controlAttributes(props)
  return (
    <Field {...props} group quiet={props.quiet}>
      <div class={cx('zx-choices', props.columns === 2 && 'zx-choices-2')}>
        {options.map((option, index) => {
          const own = optionId(id, index)
          const chosen = option.value === value
          return (
            <div class={cx('zx-choice', chosen && 'zx-chosen')}>
              <div class="zx-choice-line">
                <input class="zx-radio" type="radio" id={own} name={name} value={option.value} checked={chosen} disabled={option.disabled} aria-describedby={cx(option.hint !== undefined && `${own}-hint`, attributes['aria-describedby'])} />
                <div class="zx-choice-words">
                  <label for={own}>{option.label}</label> {option.cite}
                  {option.hint !== undefined && <p class="zx-help" id={`${own}-hint`}>{option.hint}</p>}
                </div>
                {option.badge}
              </div>
              {option.children !== undefined && <div class="zx-choice-more">{option.children}</div>}
            </div>
          )
        })}
      </div>
    </Field>
  )
}

/** One yes-or-no box with its label beside it. Unchecked boxes send nothing. */
export function Checkbox(props: FieldProps & { readonly checked?: boolean; readonly value?: string; readonly count?: number }) {
  const attributes = controlAttributes(props)
  const { label, help, error } = props
  return (
    <div class={cx('zx-check-field', error !== undefined && 'zx-in-error')}>
      {error !== undefined && <p class="zx-error" id={`${attributes.id}-error`}>{error}</p>}
      <span class="zx-check">
        <input class="zx-checkbox" type="checkbox" value={props.value ?? 'yes'} checked={props.checked} {...attributes} />
        <label for={attributes.id}>{label}</label>
        {props.count !== undefined && <span class="zx-push zx-num">{props.count}</span>}
      </span>
      {help !== undefined && <p class="zx-help" id={`${attributes.id}-help`}>{help}</p>}
    </div>
  )
}

/** A drop-down, only for more than six choices or for filters above a list. */
export function Select(props: FieldProps & { readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>; readonly value?: string }) {
  return (
    <Field {...props}>
      <select class={inputClass(props, 'form-select')} {...controlAttributes(props)}>
        {props.options.map((option) => <option value={option.value} selected={option.value === props.value}>{option.label}</option>)}
      </select>
    </Field>
  )
}
