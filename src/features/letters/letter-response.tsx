/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import type { Refusal } from '#law/refusal.ts'
import { contentDisposition } from '#platform/http/content-disposition.ts'
import { statusOfRefusal } from '#platform/http/problem.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { ProblemPage } from '#ui/layout-plain.tsx'
import { BEING_MADE, type LetterFile } from './letter-download.ts'

const WAIT_SECONDS = '3'

/** The PDF, shown in the browser; with `?download=1` saved. Never kept by a shared cache. */
export function letterResponse(c: Context<WebEnv>, file: LetterFile): Response {
  const etag = `"${file.sha256}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-store')
  if (c.req.method !== 'POST' && c.req.header('if-none-match') === etag) return c.body(null, 304)
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', contentDisposition(c.req.query('download') === '1' ? 'attachment' : 'inline', file.filename))
  return c.body(new Uint8Array(file.bytes))
}

/** A page in place of a PDF that is not there yet; the browser asks again by itself. */
export function letterMissingPage(c: Context<WebEnv>, refusal: Refusal): Response | Promise<Response> {
  const waiting = refusal.code === BEING_MADE
  if (waiting) {
    tellWhenAgain(c)
    c.header('Refresh', WAIT_SECONDS)
  }
  return c.html(
    <ProblemPage title={waiting ? '文书正在生成' : '文书没有生成出来'}>
      <p>{refusal.message}{waiting ? '，本页会自己刷新。' : '。'}</p>
    </ProblemPage>,
    statusOfRefusal(refusal),
  )
}

/** The same for programs. */
export function letterProblem(c: Context<WebEnv>, refusal: Refusal): Response {
  if (refusal.code === BEING_MADE) tellWhenAgain(c)
  return refusalResponse(c, refusal)
}

/** When a letter that is being made is worth asking for again. */
function tellWhenAgain(c: Context<WebEnv>): void {
  c.header('Retry-After', WAIT_SECONDS)
  c.header('Cache-Control', 'no-store')
}
