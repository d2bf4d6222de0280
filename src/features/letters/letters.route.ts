import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { requireStaff } from '#features/accounts/index.ts'
import { toHex } from '#platform/crypto/digest.ts'
import { notFound } from '#platform/errors.ts'
import { jsonAnswer, pdfAnswer, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import type { LetterFacts } from '#store/letters.ts'
import type { WebEnv } from '#store/web-env.ts'
import { letterProblem, letterResponse } from './letter-response.tsx'
import { staffLetterFile, staffLetters } from './staff-letters.ts'

const Letter = z
  .object({
    id: z.uuid(),
    code: z.string().meta({ description: '文书种类，例如 registration-receipt' }),
    title: z.string(),
    documentNumber: z.string().nullable().meta({ description: '文号；登记回执没有文号' }),
    issuedOn: z.iso.date(),
    status: z.enum(['queued', 'stored', 'failed']).meta({ description: 'queued 正在生成，stored 已存入案卷，failed 生成不了' }),
    pages: z.int().nullable(),
    sha256: z.string().nullable().meta({ description: 'PDF 的 SHA-256，64位十六进制' }),
    failure: z.string().nullable().meta({ description: '生成不了的原因' }),
    createdAt: z.iso.datetime(),
    storedAt: z.iso.datetime().nullable(),
    pdf: z.string().meta({ description: 'PDF 的地址' }),
  })
  .meta({ id: 'Letter' })

const tags = ['文书']
const security = STAFF_SECURITY

/** Letters of a case: list, one, and its PDF. */
export const lettersApi = new Hono<WebEnv>()
  .get(
    '/cases/:number/letters',
    describeRoute({
      tags, security, operationId: 'listLetters', summary: '案件的文书',
      responses: { 200: jsonAnswer('文书，早的在前', z.object({ letters: z.array(Letter) })), ...problems(401, 404) },
    }),
    requireStaff,
    async (c) => {
      const number = c.req.param('number')
      return c.json({ letters: (await staffLetters(c, number)).map((letter) => shown(letter, number)) })
    },
  )
  .get(
    '/cases/:number/letters/:id',
    describeRoute({
      tags, security, operationId: 'getLetter', summary: '一份文书',
      responses: { 200: jsonAnswer('文书', Letter), ...problems(401, 404) },
    }),
    requireStaff,
    async (c) => {
      const { number, id } = c.req.param()
      const letter = (await staffLetters(c, number)).find((one) => one.id === id)
      if (!letter) throw notFound()
      return c.json(shown(letter, number))
    },
  )
  .get(
    '/cases/:number/letters/:id/pdf',
    describeRoute({
      tags, security, operationId: 'getLetterPdf', summary: '文书的PDF，ETag 是它的 SHA-256',
      responses: {
        200: pdfAnswer('PDF'),
        ...problems(401, 404, 409),
      },
    }),
    requireStaff,
    async (c) => {
      const { number, id } = c.req.param()
      const outcome = await staffLetterFile(c, number, id)
      return outcome.ok ? letterResponse(c, outcome.file) : letterProblem(c, outcome.refusal)
    },
  )

function shown(letter: LetterFacts, number: string): z.input<typeof Letter> {
  const { id, code, title, documentNumber, issuedOn, status, pages, failure, createdAt, storedAt } = letter
  return {
    id, code, title, documentNumber, issuedOn, status, pages, failure, createdAt, storedAt,
    sha256: letter.sha256 && toHex(letter.sha256),
    pdf: `/api/v1/cases/${number}/letters/${id}/pdf`,
  }
}
