import type { StaffActor } from '#case/actor.ts'
import type { Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import { refuse } from '#law/refusal.ts'
import { openUpload, uploadsOf, type UploadFile, type UploadOwner, type UploadPurpose, type UploadView } from '#features/uploads/index.ts'
import { notFound } from '#platform/errors.ts'
import { fileSources, withinSource } from '#store/case-family.ts'
import { changeCase } from '#store/change-case.ts'
import { loadCase, type LoadedCase } from '#store/case-store.ts'
import type { Ctx, StaffCtx } from '#store/context.ts'

/** Papers that show who somebody is: to open them needs a reason, as with the rest of his personal data. */
const PERSONAL: readonly UploadPurpose[] = ['identity', 'authorisation']

export function isPersonal({ purpose }: Pick<UploadView, 'purpose'>): boolean {
  return PERSONAL.includes(purpose)
}

export function fileOf({ row }: Pick<LoadedCase, 'row'>): UploadOwner {
  return { kind: 'case', id: row.id }
}

/** What somebody is adding and has not added yet. */
export function stagingOf({ row }: Pick<LoadedCase, 'row'>, actor: StaffActor, apart = ''): UploadOwner {
  return { kind: 'draft', id: `attach/${row.id}/${actor.id}${apart}` }
}

/** The papers in the file of a case: its own, those of the whole application before it was split, those of parts that were joined back. */
export async function papersOfCase(ctx: Ctx, loaded: Loaded): Promise<UploadView[]> {
  return (await papersBySource(ctx, loaded)).flatMap(({ papers }) => papers)
}

type Loaded = Pick<LoadedCase, 'row' | 'state' | 'events'>

async function papersBySource(ctx: Ctx, loaded: Loaded): Promise<{ readonly owner: UploadOwner; readonly papers: UploadView[] }[]> {
  const sources = await fileSources(ctx.db, loaded)
  return Promise.all(sources.map(async (source) => {
    const owner: UploadOwner = { kind: 'case', id: source.caseId }
    return { owner, papers: (await uploadsOf(ctx, ctx.db, owner)).filter(({ createdAt }) => withinSource(source, createdAt)) }
  }))
}

/** 卷内文件 of a case that the person may see. @throws AppError not_found */
export async function listPapers(ctx: StaffCtx, number: string): Promise<UploadView[]> {
  return papersOfCase(ctx, await loadCase(ctx.db, ctx.actor, number))
}

/** @throws AppError not_found, in the same words for a foreign case, a missing one and a missing paper */
export async function findPaper(ctx: StaffCtx, number: string, id: string): Promise<{ readonly loaded: LoadedCase; readonly owner: UploadOwner; readonly paper: UploadView }> {
  const loaded = await loadCase(ctx.db, ctx.actor, number)
  for (const { owner, papers } of await papersBySource(ctx, loaded)) {
    const paper = papers.find((one) => one.id === id)
    if (paper) return { loaded, owner, paper }
  }
  throw notFound()
}

export const REASON_NEEDED = 'papers/reason-needed'

/** The bytes of a paper that shows nobody's identity. */
export async function openPaper(ctx: StaffCtx, number: string, id: string): Promise<Outcome<{ readonly file: UploadFile }>> {
  const { owner, paper } = await findPaper(ctx, number, id)
  if (isPersonal(paper)) return refuse(REASON_NEEDED, '这份材料里有个人信息，查看要写明事由')
  return openUpload(ctx, owner, id)
}

/** The bytes of any paper, and the event that says who opened it and why. The file is read first: what cannot be had was not opened. */
export async function openWithReason(ctx: StaffCtx, number: string, id: string, reason: string): Promise<Outcome<{ readonly file: UploadFile }>> {
  const may = mayDo('open_personal_data', ctx.actor, (await loadCase(ctx.db, ctx.actor, number)).state)
  if (!may.ok) return may
  const { owner } = await findPaper(ctx, number, id)
  const opened = await openUpload(ctx, owner, id)
  if (!opened.ok) return opened
  const noted = await changeCase(ctx, { number }, async () => ({ ok: true, events: [{ type: 'personal_data_opened', on: ctx.today, fields: [opened.file.view.purpose], reason }] }))
  return noted.ok ? opened : noted
}
