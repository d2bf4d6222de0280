import { defineJob } from '#store/outbox.ts'

/** Has a paper scanned that could not be scanned when it came. */
export const scanUploadJob = defineJob<{ uploadId: string }>('scan-upload')
