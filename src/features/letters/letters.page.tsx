/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { letterMissingPage, letterResponse } from './letter-response.tsx'
import { staffLetterFile } from './staff-letters.ts'

/** `/desk/cases/2026-0187/letters/<id>.pdf` */
export const letterPages = new Hono<WebEnv>().get('/desk/cases/:number/letters/:file{[0-9a-f-]{36}\\.pdf}', requireStaff, async (c) => {
  const outcome = await staffLetterFile(c, c.req.param('number'), c.req.param('file').slice(0, -'.pdf'.length))
  return outcome.ok ? letterResponse(c, outcome.file) : letterMissingPage(c, outcome.refusal)
})
