/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError } from '#platform/errors.ts'
import { tooLarge } from '#platform/http/body-limits.ts'
import { problem, problemOf, type Problem as ProblemBody } from '#platform/http/problem.ts'
import { problemResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Button } from '#ui/button.tsx'
import { NotFound, ProblemPage } from '#ui/layout-plain.tsx'
import { Document } from '#ui/head.tsx'

/** Answers an unknown address. */
export function answerMissing(c: Context<WebEnv>): Response | Promise<Response> {
  return answer(c, problem(404, 'common/not-found', '没有找到', c.get('requestId')))
}

/** The one mapper from errors to answers: JSON for the API, a page for people; never a stack trace. */
export function answerError(error: Error, c: Context<WebEnv>): Response | Promise<Response> {
  const known = error instanceof HTTPException ? fromHono(error) : error
  const body = problemOf(known, c.get('requestId') ?? '')
  if (body.status >= 500) c.get('log')?.error('request failed', { requestId: body.requestId, path: c.req.path, error })
  if (known instanceof AppError && known.options.retryAfterSeconds) c.header('Retry-After', String(known.options.retryAfterSeconds))
  return answer(c, body)
}

/** Bodies that cannot be read at all come from the framework as exceptions of its own. */
function fromHono(error: HTTPException): unknown {
  if (error.status === 413) return tooLarge()
  if (error.status < 500) return new AppError('invalid', '请求的内容读不懂', { code: 'common/invalid-input', fields: [{ field: 'body', message: error.message }] })
  return error
}

function answer(c: Context<WebEnv>, body: ProblemBody): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store')
  if (c.req.path.startsWith('/api/')) return problemResponse(c as never, body)
  c.status(body.status)
  const home = c.req.path.startsWith('/desk') ? '/desk' : '/'
  if (body.status === 404) {
    return c.html(
      <Document title="没有找到 · 知悉" bodyClass="zx zx-plain">
        <main id="main" class="zx-card" tabindex={-1}><div class="zx-card-body"><NotFound homeHref={home} /></div></main>
      </Document>,
    )
  }
  return c.html(
    <ProblemPage
      kicker={body.status >= 500 ? '没有保存成功' : undefined}
      title={body.title}
      actions={<Button kind="primary" href={home}>回首页</Button>}
      contact={`请求号${body.requestId}`}
    >
      <p>{body.detail}</p>
      {body.errors && <ul>{body.errors.map((one) => <li>{one.message}</li>)}</ul>}
    </ProblemPage>,
  )
}
