/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { fieldId } from './field.tsx'

export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** What has to be mended, in page order, each linking to its field. Takes focus when the page opens. Nothing when there is no error. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldProblem[]; title?: string }) {
  if (errors.length === 0) return null
  return (
    <div class="zx-error-summary" role="alert" tabindex={-1} aria-labelledby="zx-error-title" data-focus>
      <h2 id="zx-error-title">{title ?? `有${errors.length}处需要改`}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field === '' ? <b>{message}</b> : <a href={`#${fieldId(field)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** The error sentence of one field, for the field's `error` prop. */
export function errorOf(errors: readonly FieldProblem[], field: string): string | undefined {
  return errors.find((problem) => problem.field === field)?.message
}
