import { createTransport } from 'nodemailer'
import { within } from '../queue/time-limit.ts'
import { addressIn } from './address.ts'
import { htmlOf } from './html.ts'
import type { MailSender, Sent } from './port.ts'

export interface SmtpSettings {
  /** smtps://user:password@host:465 (TLS from the start), smtp://host:587 (STARTTLS is required); `?tls=off` for a relay on a trusted line. */
  readonly url: string
  /** 示例市公安局 <noreply@example.gov.cn>, or the bare address. */
  readonly from: string
  /** Seconds for a whole try. */
  readonly limit?: number
}

const LIMIT_SECONDS = 60

/** Sends over SMTP, a connection per mail. */
export function smtpSender({ url, from, limit = LIMIT_SECONDS }: SmtpSettings): MailSender {
  const server = new URL(url)
  const secure = server.protocol === 'smtps:'
  const plain = server.searchParams.get('tls') === 'off'
  const step = (limit * 1000) / 2
  const options = {
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    ...(server.username === '' ? {} : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    connectionTimeout: step, greetingTimeout: step, socketTimeout: step, dnsTimeout: step,
    disableFileAccess: true, disableUrlAccess: true,
  }
  const sender = addressIn(from)
  return {
    async send({ id, to, subject, text }) {
      const transport = createTransport(options)
      try {
        const sent = await within(limit, 'sending', transport.sendMail({
          from: { name: oneLine(sender.name), address: oneLine(sender.address) },
          to: { name: '', address: oneLine(to) },
          subject: oneLine(subject),
          text, html: htmlOf(text),
          messageId: `<${id}@${sender.address.split('@').at(-1)}>`,
          // RFC 3834: nobody's holiday notice answers this.
          headers: { 'Auto-Submitted': 'auto-generated' },
        }))
        return { ok: true, providerId: sent.messageId }
      } catch (error) {
        return failed(error as SmtpError)
      } finally {
        transport.close()
      }
    },
  }
}

/** Line breaks would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
}

/** A recipient or a message that is refused for good is refused again; whatever else goes wrong may have passed next time. */
function failed({ code, responseCode, response }: SmtpError): Extract<Sent, { ok: false }> {
  const about = code === 'EENVELOPE' || code === 'EMESSAGE'
  const permanent = about && (responseCode === undefined || responseCode >= 500)
  const enhanced = response === undefined ? null : /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  return { ok: false, permanent, failure: ['SMTP', code ?? 'ETIMEDOUT', responseCode, enhanced].filter(Boolean).join(' ') }
}
