import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedSms {
  readonly id: string
  readonly to: string
  readonly sign: string
  readonly text: string
}

export interface SmsServer {
  readonly url: string
  readonly keyId: string
  readonly secret: string
  readonly received: ReceivedSms[]
  /** How often something came, with ids that came again. */
  readonly requests: string[]
  /** Answers the next requests with these numbers; none left: looks at the signature and accepts. */
  readonly answers: number[]
  close(): Promise<void>
}

/** A gateway as docs/configuration.md describes it, written from that description alone. */
export async function startSmsServer(keyId = 'office', secret = 'a secret of the office'): Promise<SmsServer> {
  const received = new Map<string, ReceivedSms>()
  const requests: string[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      const header = (name: string) => String(request.headers[name] ?? '')
      const expected = createHmac('sha256', secret).update(`${header('x-zhixi-timestamp')}\n${header('x-zhixi-nonce')}\n`).update(body).digest()
      const given = Buffer.from(header('x-zhixi-signature'), 'hex')
      requests.push(header('idempotency-key'))
      const answer = answers.shift()
      if (answer !== undefined) return response.writeHead(answer, { location: '/elsewhere' }).end('13800000000 is not liked')
      if (header('x-zhixi-key') !== keyId || given.length !== expected.length || !timingSafeEqual(given, expected)) return response.writeHead(401).end()
      const sms = JSON.parse(body.toString('utf8')) as ReceivedSms
      if (sms.id !== header('idempotency-key')) return response.writeHead(400).end()
      if (!received.has(sms.id)) received.set(sms.id, sms)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `gateway-${[...received.keys()].indexOf(sms.id) + 1}` }))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, keyId, secret, requests, answers,
    get received() {
      return [...received.values()]
    },
    close: () => new Promise((done) => {
      server.closeAllConnections()
      server.close(() => done())
    }),
  }
}
