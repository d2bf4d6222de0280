import type { Context } from 'hono'
import { contentDisposition } from '#platform/http/content-disposition.ts'
import type { WebEnv } from '#store/web-env.ts'
import type { UploadFile } from './open-upload.ts'

/** Saved, never shown by the browser; kept by nobody; and could it be shown, it could do nothing. */
export function uploadResponse(c: Context<WebEnv>, { view, bytes }: UploadFile): Response {
  c.header('Content-Type', view.type)
  c.header('Content-Disposition', contentDisposition('attachment', view.name))
  c.header('Content-Security-Policy', "sandbox; default-src 'none'")
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'no-store')
  return c.body(new Uint8Array(bytes))
}
