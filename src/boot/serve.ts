import { createReadStream, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { serve, type ServerType } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { Hono } from 'hono'
import type { Config } from '#platform/config.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import { threadedTableReader } from '#platform/tables/threaded-table-reader.ts'
import { createApp } from '../app.tsx'
import { officeDoors } from '../office.ts'
import type { Runtime } from './runtime.ts'

const OWN = fileURLToPath(new URL('../ui/assets/', import.meta.url))
const TABLER = createRequire(import.meta.url).resolve('@tabler/core/dist/css/tabler.min.css')
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Serves the stylesheets, the script and the mark: a fixed list of files, no paths from outside. */
export const nodeAssets: MiddlewareHandler = async (c, next) => {
  const name = c.req.path.slice('/assets/'.length)
  const path = name === 'tabler.min.css' ? TABLER : /^[a-z-]+(\/[a-z-]+)*\.(css|js|svg)$/.test(name) ? join(OWN, name) : null
  if (!path || !existsSync(path)) return next()
  const { size, mtimeMs } = statSync(path)
  const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'public, max-age=300')
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  c.header('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream')
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream)
}

/** Node's Request refuses TRACE and its like by throwing; they are nothing that we answer. */
const knownMethods: MiddlewareHandler = async (c, next) => {
  if (!METHODS.includes(c.req.method)) return c.body(null, 405, { Allow: METHODS.join(', ') })
  await next()
}
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']

/** Starts the HTTP server; resolves once it listens, rejects when it cannot (port in use). */
export function serveWeb({ config, runtime, letters }: { config: Config; runtime: Runtime; letters: LetterRenderer | null }) {
  const { services } = runtime
  const app = createApp({
    services,
    settings: { secure: services.publicUrl.startsWith('https:'), publicRate: config.ZHIXI_PUBLIC_RATE },
    trustedProxies: config.ZHIXI_TRUSTED_PROXIES,
    letters,
    office: officeDoors,
    tables: threadedTableReader,
    peer: ({ env }) => (env as HttpBindings).incoming?.socket?.remoteAddress ?? 'unknown',
    assets: nodeAssets,
  })
  const outer = new Hono().use(knownMethods, compress()).mount('/', app.fetch)
  return new Promise<{ address: string; stop(): Promise<void> }>((ready, fail) => {
    const server: ServerType = serve({ fetch: outer.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) =>
      ready({ address: `http://${config.HOST === '127.0.0.1' || config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`, stop: () => closed(server) }),
    )
    server.once('error', fail)
  })
}

function closed(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 3000).unref()
  })
}
