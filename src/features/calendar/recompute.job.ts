import { defineJob } from '#store/outbox.ts'

/** Brings every open case up to date with the changes of the calendar up to this revision. */
export const recomputeJob = defineJob<{ revision: number }>('recompute-open-cases')
