import { defineJob } from '#store/outbox.ts'

/** Hands one message to the mail server or the SMS gateway. */
export const sendMessageJob = defineJob<{ messageId: string }>('send-message')
