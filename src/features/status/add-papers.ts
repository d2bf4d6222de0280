import type { ApplicantActor } from '#case/actor.ts'
import { tellOffice } from '#features/notices/index.ts'
import { moveUploads, papersAdded, type UploadOwner } from '#features/uploads/index.ts'
import { refuse } from '#law/refusal.ts'
import { changeOwnCase } from '#store/change-case.ts'
import type { Ctx } from '#store/context.ts'
import { mayAddPapers } from './own-actions.ts'

/** Where papers lie until they are handed in: one place per case. */
export function papersInHand(caseId: string): UploadOwner {
  return { kind: 'draft', id: `papers-${caseId}` }
}

/** Puts what lies in hand into the file of the case; each paper is an event. What is gone from the hand is not handed in twice. */
export function addPapers(asking: Ctx<ApplicantActor>, caseId: string) {
  return changeOwnCase(asking, caseId, async (loaded, tx, ctx) => {
    const may = mayAddPapers(loaded.state)
    if (!may.ok) return may
    const moved = await moveUploads(tx, papersInHand(caseId), { kind: 'case', id: caseId, authorityId: loaded.row.authorityId })
    if (moved.length === 0) return refuse('status/no-papers', '请选择要交的文件')
    await tellOffice(tx, ctx, loaded, `的申请人补充了${moved.length}份材料`)
    return { ok: true, events: papersAdded(moved, ctx.today), count: moved.length }
  })
}
