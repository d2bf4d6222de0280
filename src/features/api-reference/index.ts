import { Hono } from 'hono'
import type { WebEnv } from '#store/web-env.ts'
import { referencePage } from './reference.page.tsx'
import { openApiDocument } from './document.ts'

/** `GET /openapi.json` and the page `GET /reference`, both made from the routes of `app`. */
export function apiReference(app: Hono<WebEnv>): Hono<WebEnv> {
  let made: ReturnType<typeof openApiDocument> | null = null
  const document = () => (made ??= openApiDocument(app))
  return new Hono<WebEnv>()
    .get('/openapi.json', async (c) => c.json(await document()))
    .get('/reference', async (c) => c.html(referencePage(await document())))
}
