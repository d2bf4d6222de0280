import { keepUploads, moveUploads, REMOVE_UPLOAD, removeUpload, uploadsOf, type UploadOwner, type UploadView } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import type { FormBody } from '#platform/http/form.ts'
import type { StaffCtx } from '#store/context.ts'

/** Name of the file input. */
export const SCANS = 'scans'

/** Scans of a form that is still being typed belong to its page: who types it, and the key of the page. */
export function scansOwner(ctx: StaffCtx, key: string): UploadOwner {
  return { kind: 'draft', id: `window/${ctx.actor.id}/${key}` }
}

/** Keeps the scans that came along, whatever else is wrong with the form, then removes the one that is no longer wanted. */
export async function keepScans(ctx: StaffCtx, form: FormBody, key: string): Promise<{ readonly errors: readonly FieldError[]; readonly removed: boolean }> {
  const owner = scansOwner(ctx, key)
  const { errors } = await keepUploads(ctx, { authorityId: ctx.actor.authorityId, owner, purpose: 'scan', field: SCANS, files: form.files(SCANS) })
  const unwanted = form.text(REMOVE_UPLOAD)
  if (unwanted !== '') await removeUpload(ctx, owner, unwanted)
  return { errors, removed: unwanted !== '' }
}

export function scansOf(ctx: StaffCtx, key: string): Promise<UploadView[]> {
  return uploadsOf(ctx, ctx.db, scansOwner(ctx, key))
}

/** The page goes on under another key, and its scans with it. */
export async function renameScans(ctx: StaffCtx, from: string, to: string): Promise<void> {
  await ctx.db.transaction((tx) => moveUploads(tx, scansOwner(ctx, from), { ...scansOwner(ctx, to), authorityId: ctx.actor.authorityId }))
}
