import type { Sent } from '../mail/port.ts'

/** One SMS to one person. */
export interface Sms {
  /** The same for every try: a gateway that knows it already does not send again. */
  readonly id: string
  /** Eleven digits. */
  readonly to: string
  readonly text: string
}

export interface SmsSender {
  /** Never throws for what the other side does or fails to do, and always ends in a limited time. */
  send(sms: Sms): Promise<Sent>
}
