import { createHmac, randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Sent } from '../mail/port.ts'
import type { SmsSender } from './port.ts'

export interface GatewaySettings {
  readonly url: string
  readonly keyId: string
  readonly secret: string
  /** 短信签名, that the gateway puts in front in 【】. */
  readonly sign: string
  readonly clock: Clock
  /** Seconds for a whole try. */
  readonly limit?: number
}

const LIMIT_SECONDS = 15

/** POSTs each SMS as JSON with a signature (docs/configuration.md) to the gateway of the agency. */
export function gatewaySender({ url, keyId, secret, sign, clock, limit = LIMIT_SECONDS }: GatewaySettings): SmsSender {
  return {
    async send({ id, to, text }) {
      const body = JSON.stringify({ id, to, sign, text })
      const [timestamp, nonce] = [clock.now(), randomUUID()]
      try {
        const response = await fetch(url, {
          method: 'POST',
          // A redirect could carry number and text to another host.
          redirect: 'manual',
          signal: AbortSignal.timeout(limit * 1000),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'idempotency-key': id,
            'x-zhixi-key': keyId,
            'x-zhixi-timestamp': timestamp,
            'x-zhixi-nonce': nonce,
            'x-zhixi-signature': signatureOf(secret, { timestamp, nonce, body }),
          },
          body,
        })
        return response.ok ? { ok: true, providerId: await providerIdIn(response) } : refused(response)
      } catch (error) {
        return { ok: false, permanent: false, failure: `SMS ${kindOf(error)}` }
      }
    },
  }
}

/** HMAC-SHA256 in lower-case hexadecimal over timestamp, nonce and body, a line break between them. */
export function signatureOf(secret: string, { timestamp, nonce, body }: { readonly timestamp: string; readonly nonce: string; readonly body: string }): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${nonce}\n${body}`).digest('hex')
}

/** 4xx would come again, but for a request that was too slow or too much. */
async function refused(response: Response): Promise<Sent> {
  await response.body?.cancel()
  const passing = response.status === 408 || response.status === 425 || response.status === 429
  return { ok: false, permanent: response.status < 500 && !passing, failure: `SMS HTTP ${response.status}` }
}

/** Accepted is accepted, whatever the answer looks like. */
async function providerIdIn(response: Response): Promise<string | null> {
  const answer = (await response.json().catch(() => null)) as { id?: unknown } | null
  return typeof answer?.id === 'string' || typeof answer?.id === 'number' ? String(answer.id).slice(0, 200) : null
}

function kindOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause
  return cause?.code ?? (error as Error).name
}
