import type { Context } from 'hono'
import { keepUploads, REMOVE_UPLOAD, removeUpload, uploadsOf, type UploadOwner } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { newId } from '#platform/ids.ts'
import type { Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import type { ActionForm } from './correct.page.tsx'

/** The form as it is shown: fresh, or as it was typed with what is wrong. */
export async function actionForm(c: Context<WebEnv>, ctx: Ctx, shown: { readonly values?: Readonly<Record<string, string>>; readonly errors?: readonly FieldError[]; readonly papersOf?: UploadOwner }): Promise<ActionForm> {
  const { values = {}, errors = [], papersOf } = shown
  return {
    csrf: c.get('csrfToken'),
    key: values['key'] ?? newId(ctx.now),
    values,
    errors,
    kept: papersOf ? await uploadsOf(ctx, ctx.db, papersOf) : [],
    takesFiles: ctx.files !== undefined,
  }
}

/** Takes in the files of a form and removes the one whose 移除 was pressed. `sent`: the form was to be handed in. */
export async function takePapers(c: Context<WebEnv>, ctx: Ctx, owner: UploadOwner, authorityId: string): Promise<{ readonly errors: readonly FieldError[]; readonly sent: boolean }> {
  const form = await formOf(c)
  const { errors } = await keepUploads(ctx, { authorityId, owner, purpose: 'supplement', field: 'papers', files: form.files('papers') })
  const removed = form.text(REMOVE_UPLOAD)
  if (removed !== '') await removeUpload(ctx, owner, removed)
  return { errors, sent: removed === '' }
}
