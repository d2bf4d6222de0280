import type { FileApplication } from '#features/intake/index.ts'
import type { UploadView } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import type { Pending } from './pending-store.ts'

/** All that the page of one letter or fax shows. */
export interface PendingPageProps {
  readonly ctx: StaffCtx
  readonly pending: Pending
  readonly papers: readonly UploadView[]
  /** Which form was sent, as typed. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  readonly told: { readonly tone: 'green' | 'amber'; readonly title: string } | null
  /** The full contact data, shown once after it was opened. */
  readonly opened: FileApplication | null
  readonly csrf: string
}
