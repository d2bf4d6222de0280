import type { Senders } from '#features/messages/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { smtpSender } from '#platform/mail/smtp.ts'
import { gatewaySender } from '#platform/sms/gateway.ts'

/** Which of them there are, for the pages that announce them. */
export function messageWaysOf(config: Config): { readonly email: boolean; readonly sms: boolean } {
  return { email: config.ZHIXI_SMTP_URL !== undefined, sms: config.ZHIXI_SMS_URL !== undefined }
}

/** Mail server and SMS gateway of this installation, where they are configured. */
export function openSenders(config: Config, clock: Clock): Senders {
  const { ZHIXI_SMTP_URL: smtp, ZHIXI_MAIL_FROM: from, ZHIXI_SMS_URL: url, ZHIXI_SMS_KEY_ID: keyId, ZHIXI_SMS_SECRET: secret, ZHIXI_SMS_SIGN: sign } = config
  return {
    mail: smtp && from ? smtpSender({ url: smtp, from }) : null,
    sms: url && keyId && secret && sign ? gatewaySender({ url, keyId, secret, sign, clock }) : null,
    quietHours: config.ZHIXI_QUIET_HOURS,
  }
}
