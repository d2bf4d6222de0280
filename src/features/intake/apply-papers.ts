import { keepUploads, removeUpload, uploadsOf, type UploadOwner, type UploadPurpose, type UploadView } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import type { FormBody } from '#platform/http/form.ts'
import type { Ctx } from '#store/context.ts'
import { actsForAnother, type StepKey } from './apply-steps.ts'
import { lockDraft, type Draft, type Typed } from './draft-store.ts'
import { papersToCase } from './papers-to-case.ts'

/** The file inputs of the form. */
export const PAPERS = {
  identityPaper: { step: 'who', purpose: 'identity', label: '申请人的身份证明', short: '身份证明' },
  authorisation: { step: 'who', purpose: 'authorisation', label: '授权委托书', short: '委托书' },
  agentIdentity: { step: 'who', purpose: 'identity', label: '代理人的身份证明', short: '代理人证明' },
  attachments: { step: 'what', purpose: 'supplement', label: '附件', short: '附件' },
} as const satisfies Record<string, { step: StepKey; purpose: UploadPurpose; label: string; short: string }>

export type PaperField = keyof typeof PAPERS
const FIELDS = Object.keys(PAPERS) as readonly PaperField[]

/** Papers that belong to an agent, and count only where there is one. */
const OF_AGENT: ReadonlySet<string> = new Set<PaperField>(['authorisation', 'agentIdentity'])

/** Papers of a draft. */
export function draftPapers({ name }: Pick<Draft, 'name'>): UploadOwner {
  return { kind: 'draft', id: name }
}

/** What is kept of a draft so far; null where this runtime takes no files. */
export async function papersOf(ctx: Ctx, draft: Draft | null): Promise<readonly UploadView[] | null> {
  if (ctx.files === undefined) return null
  return draft === null ? [] : uploadsOf(ctx, ctx.db, draftPapers(draft))
}

/** Keeps the files that came with a step, whatever else is wrong in it; one sentence for each that cannot be kept. */
export async function keepPapers(ctx: Ctx, draft: Draft, step: StepKey, form: FormBody): Promise<readonly FieldError[]> {
  const errors: FieldError[] = []
  for (const field of FIELDS.filter((name) => PAPERS[name].step === step)) {
    const done = await keepUploads(ctx, { authorityId: draft.authorityId, owner: draftPapers(draft), purpose: PAPERS[field].purpose, field, files: form.files(field) })
    errors.push(...done.errors)
  }
  return errors
}

/** Papers that arrived while another device was filing go after the others, so that they are not erased with the draft. */
export async function sendLatePapers(ctx: Ctx, draft: Draft): Promise<Draft> {
  return ctx.db.transaction(async (tx) => {
    const now = await lockDraft(ctx, tx, draft.name)
    if (now?.filed) await papersToCase(tx, ctx, draftPapers(draft), now.filed)
    return now ?? draft
  })
}

/** Papers of an agent stay behind where the applicant files himself after all. */
export async function dropAgentPapers(ctx: Ctx, draft: Draft): Promise<void> {
  if (actsForAnother(draft.values)) return
  const papers = (await papersOf(ctx, draft)) ?? []
  for (const { field, id } of papers) if (OF_AGENT.has(field)) await removeUpload(ctx, draftPapers(draft), id)
}

/** Which papers go with an application of these answers. */
export function papersThatCount(values: Typed, papers: readonly UploadView[]): readonly UploadView[] {
  return papers.filter(({ field, scan }) => scan !== 'found' && (actsForAnother(values) || !OF_AGENT.has(field)))
}

/** What an agent should bring and has not (授权委托书, 双方身份证明); the office would ask for it (条例第三十条). */
export function missingAgentPapers(values: Typed, papers: readonly UploadView[]): readonly string[] {
  if (!actsForAnother(values)) return []
  const there = new Set(papersThatCount(values, papers).map(({ field }) => field))
  return (['authorisation', 'identityPaper', 'agentIdentity'] as const).filter((field) => !there.has(field)).map((field) => PAPERS[field].label)
}

/** Errors of fields and files as they stand on the page. */
export function inPageOrder(fields: readonly string[], errors: readonly FieldError[]): readonly FieldError[] {
  const order = fields.flatMap((field) => [field, ...(field === 'documentNumber' ? ['identityPaper'] : [])])
  const place = ({ field }: FieldError) => (order.includes(field) ? order.indexOf(field) : order.length + FIELDS.indexOf(field as PaperField))
  return errors.toSorted((a, b) => place(a) - place(b))
}
