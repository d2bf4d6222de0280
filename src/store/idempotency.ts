import { and, eq } from 'drizzle-orm'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sameBytes } from '#platform/crypto/keyring.ts'
import { sha256 } from '#platform/crypto/digest.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { Ctx } from './context.ts'
import { idempotencyKey } from './tables/case.table.ts'

/** Who asked (`scope`), under which key, for what. The same key for another request is refused. */
export interface IdempotentRequest {
  readonly scope: string
  readonly key: string
  readonly request: unknown
}

/** What was answered the first time, or null when this is the first time. */
export async function earlierAnswer<T>(tx: Queryable, ctx: Ctx, asked: IdempotentRequest): Promise<T | null> {
  const [row] = await tx
    .select()
    .from(idempotencyKey)
    .where(and(eq(idempotencyKey.scope, asked.scope), eq(idempotencyKey.key, asked.key)))
  if (!row) return null
  if (!sameBytes(row.requestDigest, digest(asked))) {
    throw new AppError('conflict', '这个幂等键已经用于另一份内容，请换一个键', { code: 'idempotency/other-request' })
  }
  return JSON.parse(ctx.keyring.open({ bytes: row.response, keyId: row.keyId }, context(asked))) as T
}

/**
 * Keeps the answer in the same transaction as its effect. Of two requests at once the second waits here, and then fails
 * on the primary key: {@link isTwin} tells, and the caller reads the first one's answer.
 */
export async function keepAnswer(tx: Queryable, ctx: Ctx, asked: IdempotentRequest, answer: unknown): Promise<void> {
  const sealed = ctx.keyring.seal(JSON.stringify(answer), context(asked))
  await tx.insert(idempotencyKey).values({
    scope: asked.scope,
    key: asked.key,
    requestDigest: digest(asked),
    response: sealed.bytes,
    keyId: sealed.keyId,
    createdAt: ctx.now,
  })
}

/** Is this the error of the second of two simultaneous requests with one key? */
export function isTwin(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'constraint_name' in cause && cause.constraint_name === 'idempotency_key_pkey'
}

function digest(asked: IdempotentRequest): Uint8Array {
  return sha256(canonicalJson(asked.request))
}

function context(asked: IdempotentRequest): string {
  return `idempotency/${asked.scope}/${asked.key}`
}
