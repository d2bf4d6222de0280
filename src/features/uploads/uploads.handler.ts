import { handle } from '#store/outbox-run.ts'
import { eraseUpload } from './erase-upload.handler.ts'
import { eraseUploadJob } from './erase-upload.job.ts'
import { scanUpload } from './scan-upload.handler.ts'
import { scanUploadJob } from './scan-upload.job.ts'

export const uploadHandlers = [handle(eraseUploadJob, eraseUpload), handle(scanUploadJob, scanUpload)] as const
