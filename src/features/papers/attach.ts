import { mayDo } from '#case/permission.ts'
import { dropSome, moveUploads, papersAdded, uploadsOf, type UploadOwner, type UploadView } from '#features/uploads/index.ts'
import { changeCase } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { fileOf } from './case-papers.ts'

/** 添加材料: what is staged goes into the file of the case, each paper with an event. One that lies there already is not added again. */
export function attachPapers(ctx: StaffCtx, number: string, staging: UploadOwner) {
  return changeCase<{ readonly added: readonly string[] }>(ctx, { number }, async (loaded, tx) => {
    const may = mayDo('attach', ctx.actor, loaded.state)
    if (!may.ok) return may
    const there = new Set((await uploadsOf(ctx, tx, fileOf(loaded))).map(sameness))
    const twins = (await uploadsOf(ctx, tx, staging)).filter((paper) => there.has(sameness(paper)))
    await dropSome(tx, ctx, twins.map(({ id }) => id))
    const moved = await moveUploads(tx, staging, { ...fileOf(loaded), authorityId: loaded.row.authorityId })
    return { ok: true, added: moved.map(({ uploadId }) => uploadId), events: papersAdded(moved, ctx.today) }
  })
}

function sameness({ purpose, sha256 }: UploadView): string {
  return `${purpose}/${sha256}`
}
