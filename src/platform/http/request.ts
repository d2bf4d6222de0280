import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { notFound } from '../errors.ts'
import type { Log } from '../log.ts'
import type { PlatformVariables } from './env.ts'

/** Address of the connection itself; each runtime knows another way. */
export type PeerAddress = (request: { env: unknown; header(name: string): string | undefined }) => string

/**
 * Gives each request an id (also in the answer) and finds the client's address.
 * @param trustedProxies how many proxies in front append to X-Forwarded-For; 0 ignores the header
 */
export function requestIdentity(log: Log, peer: PeerAddress, trustedProxies: number): MiddlewareHandler<{ Variables: PlatformVariables }> {
  return async (c, next) => {
    const requestId = randomUUID()
    const header = (name: string) => c.req.header(name)
    c.set('requestId', requestId)
    c.set('clientAddress', forwarded(header('x-forwarded-for'), trustedProxies) ?? peer({ env: c.env, header }))
    c.set('log', log)
    c.header('X-Request-Id', requestId)
    await next()
  }
}

/** Nothing has an address with NUL in it, and PostgreSQL cannot even be asked: it refuses the character. */
export const refuseNul: MiddlewareHandler = async (c, next) => {
  if (/\0|%00/.test(c.req.path)) throw notFound('NUL in the path')
  await next()
}

function forwarded(header: string | undefined, trustedProxies: number): string | null {
  if (!header || trustedProxies === 0) return null
  const hops = header.split(',').map((hop) => hop.trim())
  return hops.at(-trustedProxies) ?? null
}
