/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { UploadField } from '#features/uploads/index.ts'
import { GO_ON, type StepView } from './apply-frame.tsx'
import { PAPERS, type PaperField } from './apply-papers.ts'

/** A file input of the form with what is kept of it; nothing where this runtime takes no files. */
export function PaperInput({ view, field, mark, help }: { view: Pick<StepView, 'papers' | 'errors'>; field: PaperField; mark: string; help: string }) {
  const { papers, errors } = view
  if (papers === null) return null
  return <UploadField name={field} label={PAPERS[field].label} mark={mark} help={help} errors={errors} kept={papers.filter((paper) => paper.field === field)} enter={GO_ON} />
}
