import { defineJob } from './outbox.ts'

/** Brings one case up to date that was written with a calendar older than the one in force. */
export const recheckCaseJob = defineJob<{ caseId: string; since: number }>('recheck-case')
