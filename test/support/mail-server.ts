import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as it came over the line. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  /** Unfolded headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The plain text part, decoded. */
  readonly text: string
}

export interface MailServer {
  readonly port: number
  readonly url: string
  readonly received: ReceivedMail[]
  /** Answers the next mails with these codes after their data; none left: accepts. */
  readonly answers: number[]
  close(): Promise<void>
}

/** A real SMTP server on this machine. Without TLS unless the options say otherwise. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const answers: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const code = answers.shift()
        if (code !== undefined) return done(Object.assign(new Error('try <somebody@example.com> another time'), { responseCode: code }))
        const { mailFrom, rcptTo } = session.envelope
        received.push(read(Buffer.concat(parts).toString('utf8'), mailFrom === false ? '' : mailFrom.address, rcptTo.map(({ address }) => address)))
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const listening = (server.server.address() as AddressInfo).port
  return {
    port: listening, url: `smtp://127.0.0.1:${listening}?tls=off`, received, answers,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

function read(raw: string, from: string, to: readonly string[]): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line))
  const headers = Object.fromEntries(lines.flatMap((line) => (line ? [[line[1]!.toLowerCase(), decodeWords(line[2]!)]] : [])))
  return { from, to, raw, headers, text: textPart(rest.join('\r\n\r\n')) }
}

/** RFC 2047. */
function decodeWords(value: string): string {
  return value.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) => {
    const bytes = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, body]) => (kind!.toLowerCase() === 'b' ? Buffer.from(body!, 'base64') : quoted(body!.replaceAll('_', ' '))))
    return Buffer.concat(bytes).toString('utf8')
  })
}

function textPart(body: string): string {
  const part = body.split(/\r\n--/).find((one) => /content-type: text\/plain/i.test(one)) ?? ''
  const at = part.indexOf('\r\n\r\n')
  const content = part.slice(at + 4)
  const bytes = /transfer-encoding: base64/i.test(part.slice(0, at)) ? Buffer.from(content, 'base64') : quoted(content.replace(/=\r\n/g, ''))
  return bytes.toString('utf8').replaceAll('\r\n', '\n')
}

function quoted(text: string): Buffer {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}
