import { handle } from '#store/outbox-run.ts'
import { sendMessage } from './send-message.handler.ts'
import { sendMessageJob } from './send-message.job.ts'
import type { Senders } from './senders.ts'
import { composeMessages } from './tell-applicant.handler.ts'
import { tellApplicantJob } from './tell-applicant.job.ts'

/** Every job of messages and who does it. */
export function messageHandlers(senders: Senders) {
  return [handle(tellApplicantJob, composeMessages), handle(sendMessageJob, sendMessage(senders))] as const
}
