import { defineJob } from '#store/outbox.ts'

/** Sets a queued letter as PDF and stores it. */
export const renderLetterJob = defineJob<{ letterId: string }>('render-letter')
