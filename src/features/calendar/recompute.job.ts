import { defineJob } from '#store/outbox.ts'

/** Brings every open case up to date with the changes of the calendar up to this revision. */
export const recomputeJob = defineJob<{ revision: number }>('recompute-open-cases')

/** Tells an applicant by message that the last day he was told has moved. */
export const tellApplicantJob = defineJob<{ caseId: string; importId: string }>('tell-applicant')
