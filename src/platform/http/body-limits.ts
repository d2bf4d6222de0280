import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../errors.ts'

const MB = 1024 * 1024
/** Of everything but papers. */
const BODY_LIMIT = MB
/** Of a form with papers: a handful of large scans at once. */
const UPLOAD_LIMIT = 64 * MB
/** A form is held in memory while it is read; so much of that at the same time in one process. */
const UPLOADS_AT_ONCE = 256 * MB

/** Addresses that take papers or an old register, and whose forms may therefore be large. */
const TAKES_PAPERS = /^\/(api\/v1\/register-imports$|(apply|status|desk|api\/v1\/(cases|applications|pending-receipts|status))\/)/

/**
 * Refuses bodies that are too large, before they are read where their length is given.
 * @param mayUpload whether this caller may send papers to this address at all
 */
export function bodyLimits<C extends Context>(mayUpload: (c: C) => boolean): MiddlewareHandler {
  const ordinary = limit(BODY_LIMIT)
  const large = limit(UPLOAD_LIMIT)
  let reading = 0
  return async (c, next) => {
    const isForm = c.req.header('content-type')?.toLowerCase().startsWith('multipart/form-data') === true
    if (!isForm || !TAKES_PAPERS.test(c.req.path) || !mayUpload(c as never)) return ordinary(c, next)
    const length = sizeOf(c.req.header('content-length'))
    if (length <= BODY_LIMIT) return large(c, next)
    if (reading + length > UPLOADS_AT_ONCE) {
      throw new AppError('unavailable', '现在传文件的人太多，请过一分钟再传', { code: 'common/busy', retryAfterSeconds: 60 })
    }
    reading += length
    try {
      return await large(c, next)
    } finally {
      reading -= length
    }
  }
}

/** Without a length it may be anything up to the limit. */
function sizeOf(length: string | undefined): number {
  const size = Number(length ?? UPLOAD_LIMIT)
  return Number.isFinite(size) ? Math.min(size, UPLOAD_LIMIT) : UPLOAD_LIMIT
}

function limit(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => {
      c.header('Connection', 'close')
      throw tooLarge(maxSize)
    },
  })
}

/** Says how much would have been read. */
export function tooLarge(maxSize = BODY_LIMIT): AppError {
  const upload = maxSize > BODY_LIMIT
  return new AppError('too_large', upload ? `文件太多或者太大，一次最多${maxSize / MB}MB，请返回上一页分几次传` : `内容太大，最多${maxSize / MB}MB`, { code: 'common/too-large' })
}
