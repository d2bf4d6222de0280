import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { bodyLimits } from '#platform/http/body-limits.ts'
import { problemOf } from '#platform/http/problem.ts'

const MB = 1024 * 1024

/** An app whose handler waits for `open` before it answers. */
function appWith(mayUpload: () => boolean = () => true) {
  const gate = Promise.withResolvers<void>()
  let inside = 0
  const app = new Hono().use(bodyLimits(mayUpload)).post('*', async (c) => {
    inside += 1
    await gate.promise
    return c.text('read')
  })
  app.onError((error, c) => {
    const { status, detail } = problemOf(error, '')
    return c.text(detail, status)
  })
  /** A request that says it brings so much. */
  const send = async (path: string, megabytes: number, type = 'multipart/form-data; boundary=x') => {
    const answer = await app.request(path, { method: 'POST', headers: { 'content-type': type, 'content-length': String(megabytes * MB) }, body: 'x' })
    return `${answer.status} ${await answer.text()}`
  }
  return { send, open: gate.resolve, inside: () => inside }
}

describe('how much a request may bring', () => {
  test.each([
    ['/desk/cases/2026-0001/attach', 'multipart/form-data; boundary=x', 64, '200 read'],
    ['/apply/who', 'multipart/form-data; boundary=x', 64, '200 read'],
    ['/api/v1/cases/2026-0001/files', 'Multipart/Form-Data; boundary=x', 64, '200 read'],
    ['/api/v1/status/papers', 'multipart/form-data; boundary=x', 64, '200 read'],
    ['/api/v1/register-imports', 'multipart/form-data; boundary=x', 64, '200 read'],
    ['/api/v1/applications', 'multipart/form-data; boundary=x', 2, '413 内容太大，最多1MB'],
    ['/apply/who', 'multipart/form-data; boundary=x', 65, '413 文件太多或者太大，一次最多64MB，请返回上一页分几次传'],
    ['/apply/who', 'application/x-www-form-urlencoded', 2, '413 内容太大，最多1MB'],
    ['/api/v1/cases/2026-0001/files', 'application/json', 2, '413 内容太大，最多1MB'],
    ['/signin', 'multipart/form-data; boundary=x', 2, '413 内容太大，最多1MB'],
    ['/apply', 'multipart/form-data; boundary=x', 2, '413 内容太大，最多1MB'],
    ['/signin', 'multipart/form-data; boundary=x', 1, '200 read'],
  ])('%s with %s of %i MB: %s', async (path, type, megabytes, answer) => {
    const { send, open } = appWith()
    open()
    expect(await send(path, megabytes, type)).toBe(answer)
  })

  test('who may not send papers has the limit of everybody else', async () => {
    const { send, open } = appWith(() => false)
    open()
    expect(await send('/desk/cases/2026-0001/attach', 2)).toBe('413 内容太大，最多1MB')
  })

  test('of many large forms at once 256 MB are read, the others come back later, and small ones are not held up', async () => {
    const { send, open, inside } = appWith()
    const first = Array.from({ length: 4 }, () => send('/apply/who', 64))
    await expect.poll(inside).toBe(4)
    expect(await send('/apply/who', 2)).toBe('503 现在传文件的人太多，请过一分钟再传')
    const small = send('/apply/who', 0.5)
    open()
    expect(await Promise.all([...first, small])).toEqual(Array.from({ length: 5 }, () => '200 read'))
    expect(await send('/apply/who', 64)).toBe('200 read')
  })
})
