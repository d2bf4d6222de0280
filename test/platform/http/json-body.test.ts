import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import { jsonBody } from '#platform/http/json-body.ts'

const Shape = z.strictObject({ reason: z.string(), version: z.int().optional() })

async function send(body: string | undefined, type: string | null = 'application/json', schema: z.ZodType = Shape) {
  const app = new Hono()
  app.post('/', async (c) => c.json(await jsonBody(c, schema)))
  app.onError((error, c) => (error instanceof AppError ? c.json({ kind: error.kind, errors: error.options.fields }) : c.text(String(error), 500)))
  const headers: Record<string, string> = type === null ? {} : { 'content-type': type }
  const answer = await app.request('/', { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
  return answer.json()
}

describe('the JSON body of a request', () => {
  it('is handed over when it fits', async () => {
    expect(await send('{"reason":"核对","version":3}')).toEqual({ reason: '核对', version: 3 })
    expect(await send('{"reason":"核对"}', 'application/json; charset=utf-8')).toEqual({ reason: '核对' })
  })

  it.each(['{"reason":', 'null', '[1]', '"text"', '7', '{reason:1}'])('is refused with the field `body` when it is no JSON object: %s', async (body) => {
    expect(await send(body)).toMatchObject({ kind: 'invalid', errors: [{ field: 'body' }] })
  })

  it.each([null, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'is refused with the field `body` when it comes as %s, so that no cross-site form passes for JSON',
    async (type) => {
      expect(await send('{"reason":"核对"}', type)).toMatchObject({ kind: 'invalid', errors: [{ field: 'body' }] })
    },
  )

  it('names every wrong, missing and unknown field', async () => {
    expect(await send('{"reason":7,"version":"three","extra":1}')).toEqual({
      kind: 'invalid',
      errors: [
        { field: 'reason', message: '这一项要写成文字' },
        { field: 'version', message: '这一项要写成数字' },
        { field: 'extra', message: '没有这一项' },
      ],
    })
  })

  it('counts as an empty object when there is none', async () => {
    expect(await send(undefined)).toEqual({ kind: 'invalid', errors: [{ field: 'reason', message: '这一项没有填' }] })
    expect(await send(undefined, null, Shape.partial())).toEqual({})
  })
})
