import type { Context } from 'hono'
import type * as z from 'zod'
import { invalid } from '../errors.ts'
import { parse } from '../validation/parse.ts'

/**
 * Reads and checks the JSON body of a request. No body at all counts as `{}`, so that what is missing is named field by field.
 * @throws AppError invalid: field `body` for what is no JSON object at all, else every wrong field
 */
export async function jsonBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const text = await c.req.text()
  const parsed = parse(schema, text.trim() === '' ? {} : readObject(text, c.req.header('content-type')))
  if (!parsed.ok) throw invalid(parsed.errors)
  return parsed.value
}

function readObject(text: string, contentType: string | undefined): object {
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '')) {
    throw wrong('请求正文要用 JSON，并且写明 Content-Type: application/json')
  }
  const value = readJson(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw wrong('请求正文要是一个 JSON 对象，写在 { } 里')
  return value
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong('请求正文不是合格的 JSON，请检查引号、逗号和括号')
  }
}

function wrong(message: string) {
  return invalid([{ field: 'body', message }])
}
