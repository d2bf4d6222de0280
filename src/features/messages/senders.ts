import type { MailSender } from '#platform/mail/port.ts'
import type { SmsSender } from '#platform/sms/port.ts'
import type { QuietHours } from '#platform/sms/quiet-hours.ts'

/** The ways out of the building; null where none is configured. */
export interface Senders {
  readonly mail: MailSender | null
  readonly sms: SmsSender | null
  /** When no SMS is sent. */
  readonly quietHours: QuietHours
}

/** What a system does that is connected to nothing. */
export const NO_SENDERS: Senders = { mail: null, sms: null, quietHours: { from: 0, to: 0 } }
