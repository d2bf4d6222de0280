import { sql } from 'drizzle-orm'
import { plusSeconds } from '#platform/clock.ts'
import { enqueue } from '#store/outbox.ts'
import type { SweepTask } from '#store/outbox-sweep.ts'
import { markErasing } from './erase-upload.ts'
import { eraseUploadJob } from './erase-upload.job.ts'
import { scanUploadJob } from './scan-upload.job.ts'

/** No request lives so long: whoever was storing this is gone. */
const LEFT_BEHIND_SECONDS = 30 * 60
const DAY = 24 * 3600
/** The job of a row that waits this long was forgotten: a restored backup, or an outbox row erased by hand. */
const FORGOTTEN_SECONDS = 60

/** Rows whose bytes never came, or came and were not confirmed: the process died in between. */
export const uploadsLeftBehind: SweepTask = {
  name: 'uploads-left-behind',
  async sweep(tx, ctx) {
    const rows = await tx.execute<{ id: string }>(sql`
      select id from upload where status = 'storing' and created_at <= ${plusSeconds(ctx.now, -LEFT_BEHIND_SECONDS)}::timestamptz
      order by created_at limit 500 for update skip locked`)
    const marked = await markErasing(tx, ctx, rows.map(({ id }) => id))
    return marked.map((id) => `upload ${id}`)
  },
}

/** Papers of drafts that have expired, and of forms that nobody finished within a day. */
export const uploadsOfExpiredDrafts: SweepTask = {
  name: 'uploads-of-expired-drafts',
  async sweep(tx, ctx) {
    const rows = await tx.execute<{ id: string }>(sql`
      select id from upload
      where owner_kind = 'draft' and status <> 'erasing' and created_at <= ${plusSeconds(ctx.now, -DAY)}::timestamptz
        and not exists (
          select 1 from application_draft
          where expires_at > ${ctx.now}::timestamptz
            and token_hash = case when owner_id ~ '^[0-9a-f]{64}$' then decode(owner_id, 'hex') end)
      order by created_at limit 500 for update skip locked`)
    const marked = await markErasing(tx, ctx, rows.map(({ id }) => id))
    return marked.map((id) => `upload ${id}`)
  },
}

/** Papers that are to be erased or scanned and that no job is going to take. */
export const uploadsWithoutJob: SweepTask = {
  name: 'uploads-without-job',
  async sweep(tx, ctx) {
    const rows = await tx.execute<{ id: string; status: string }>(sql`
      select id, status from upload
      where (status = 'erasing' or status = 'stored' and scan = 'waiting')
        and created_at <= ${plusSeconds(ctx.now, -FORGOTTEN_SECONDS)}::timestamptz
        and not exists (
          select 1 from outbox
          where done_at is null and payload ->> 'uploadId' = upload.id::text
            and job = case when status = 'erasing' then ${eraseUploadJob.name} else ${scanUploadJob.name} end)
      order by created_at limit 500 for update skip locked`)
    for (const { id, status } of rows) await enqueue(tx, ctx, status === 'erasing' ? eraseUploadJob : scanUploadJob, { uploadId: id })
    return rows.map(({ id }) => `upload ${id}`)
  },
}
