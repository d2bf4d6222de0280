import { defineJob } from '#store/outbox.ts'

/** Erases the bytes of a paper that is marked for it, and then its row. */
export const eraseUploadJob = defineJob<{ uploadId: string }>('erase-upload')
