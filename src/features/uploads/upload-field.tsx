/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { FieldError } from '#platform/errors.ts'
import { Button } from '#ui/button.tsx'
import { controlAttributes, Field } from '#ui/form/index.ts'
import { ACCEPTED_TYPES, LIMITS_SENTENCE, sizeText, TYPE_WORDS } from './upload-words.ts'
import type { UploadView } from './upload-rows.ts'

/** Name of the button that removes one kept paper; its value is the id. */
export const REMOVE_UPLOAD = 'removeUpload'

interface UploadFieldProps {
  readonly name: string
  readonly label: Child
  readonly help?: Child
  readonly mark?: string
  readonly errors: readonly FieldError[]
  /** What is kept already, of this field. */
  readonly kept: readonly UploadView[]
  readonly single?: boolean
  /** What Enter does in the form that this stands in: otherwise it would press the first 移除. */
  readonly enter?: { readonly name: string; readonly value: string }
}

/**
 * A file input with what is kept below it, each with 移除: a button of the surrounding form, which must be
 * `enctype="multipart/form-data"`. The handler keeps the files that came along before it removes.
 */
export function UploadField(props: UploadFieldProps) {
  const { name, errors, kept, help, single, enter } = props
  const own = errors.filter((error) => error.field === name).map(({ message }) => message)
  const field = { name, label: props.label, ...(props.mark === undefined ? {} : { mark: props.mark }), help: <>{help}{help !== undefined && ' '}{LIMITS_SENTENCE}</>, ...(own.length > 0 ? { error: own.join('；') } : {}) }
  return (
    <Field {...field} after={<KeptList kept={kept} enter={enter} />}>
      <input class="form-control" type="file" accept={ACCEPTED_TYPES} multiple={single !== true} {...controlAttributes(field)} />
    </Field>
  )
}

function KeptList({ kept, enter }: Pick<UploadFieldProps, 'kept' | 'enter'>) {
  if (kept.length === 0) return null
  return (
    <>
      <button class="zx-sr" type="submit" tabindex={-1} aria-hidden="true" name={enter?.name} value={enter?.value}>提交</button>
      <ul class="zx-uploads" aria-label="已传的文件">
        {kept.map((paper) => (
          <li>
            <span class="zx-upload-name">{paper.name}</span>
            <span class="zx-meta">{describeUpload(paper)}</span>
            <Button kind="link" small name={REMOVE_UPLOAD} value={paper.id}>移除<span class="zx-sr">{paper.name}</span></Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** PDF，3页，1.2MB. */
export function describeUpload({ type, pages, size, scan }: UploadView): string {
  const count = type === 'application/pdf' ? `，${pages}页` : ''
  const standing = scan === 'found' ? '，查到病毒，已隔离，不会提交' : scan === 'waiting' ? '，等待病毒检查' : ''
  return `${TYPE_WORDS[type]}${count}，${sizeText(size)}${standing}`
}
