import { asc, inArray } from 'drizzle-orm'
import type { CivilDate } from '#law/civil-date.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { toHex } from '#platform/crypto/digest.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { fileSources, withinSource } from '#store/case-family.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { Ctx } from '#store/context.ts'
import { supplement } from './supplement.table.ts'

/** A paper that came with it, known by what it holds. */
export interface SupplementPaper {
  readonly id: string
  readonly sha256: string
}

/** What is kept of a supplement. */
export interface SupplementContent {
  readonly text: string
  /** Why it comes after its last day, in the applicant's words. */
  readonly lateReason: string | null
}

/** A supplement as it is read; `content` is null after it was erased. */
export interface Supplement {
  readonly id: string
  readonly receivedOn: CivilDate
  readonly content: SupplementContent | null
  readonly papers: readonly string[]
  readonly byStaff: boolean
  readonly createdAt: string
}

export interface NewSupplement extends SupplementContent {
  readonly caseId: string
  readonly receivedOn: CivilDate
  readonly papers: readonly SupplementPaper[]
}

/** Seals what came; the keyed digest of it may stand in an event. */
export async function keepSupplement(tx: Queryable, ctx: Ctx, fresh: NewSupplement): Promise<{ readonly supplementId: string; readonly digest: string }> {
  const id = newId(ctx.now)
  const { text, lateReason, papers } = fresh
  const sealed = ctx.keyring.seal(JSON.stringify({ text, lateReason } satisfies SupplementContent), context(id))
  await tx.insert(supplement).values({
    id,
    caseId: fresh.caseId,
    receivedOn: fresh.receivedOn,
    content: sealed.bytes,
    keyId: sealed.keyId,
    papers: papers.map((paper) => paper.id),
    recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    createdAt: ctx.now,
  })
  const digest = ctx.keyring.hash(canonicalJson({ id, text, lateReason, papers: papers.map(({ sha256 }) => sha256) }), 'supplement')
  return { supplementId: id, digest: toHex(digest) }
}

/** The supplements in the file of a case, oldest first, opened: those of the whole application reach its parts, and those of joined parts come back. */
export async function supplementsOf(tx: Queryable, { keyring }: Pick<Ctx, 'keyring'>, loaded: Pick<LoadedCase, 'row' | 'state' | 'events'>): Promise<Supplement[]> {
  const sources = await fileSources(tx, loaded)
  const rows = await tx.select().from(supplement).where(inArray(supplement.caseId, sources.map((one) => one.caseId))).orderBy(asc(supplement.createdAt), asc(supplement.id))
  const his = rows.filter(({ caseId, createdAt }) => sources.some((source) => source.caseId === caseId && withinSource(source, createdAt)))
  return his.map(({ id, receivedOn, content, keyId, papers, recordedBy, createdAt }) => ({
    id, receivedOn, papers, createdAt,
    content: content && keyId ? (JSON.parse(keyring.open({ bytes: content, keyId }, context(id))) as SupplementContent) : null,
    byStaff: recordedBy !== null,
  }))
}

function context(id: string): string {
  return `supplement/${id}`
}
