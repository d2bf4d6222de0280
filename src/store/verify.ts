import { sameBytes } from '#platform/crypto/keyring.ts'
import type { Sql } from '#platform/db/connect.ts'
import { CHAIN_START, linkHash, type ChainLink } from './event-hash.ts'

/** Where a chain does not hold. */
export interface BrokenLink {
  readonly number: string
  readonly authorityId: string
  readonly seq: number
  readonly reason: string
}

interface EventRow extends ChainLink {
  readonly prevHash: Uint8Array
  readonly hash: Uint8Array
}

interface HeadRow {
  readonly id: string
  readonly number: string
  readonly authorityId: string
  readonly version: number
  readonly headHash: Uint8Array
}

const BATCH = 500

/** Re-computes every link of every case, in batches of cases, so that memory stays bounded. Reports the first fault of each case. */
export async function verifyChains(sql: Sql): Promise<{ cases: number; events: number; broken: BrokenLink[] }> {
  const broken: BrokenLink[] = []
  let cases = 0
  let events = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const heads = await sql<HeadRow[]>`
      select id, number, authority_id as "authorityId", version, head_hash as "headHash"
      from case_file where id > ${after} order by id limit ${BATCH}`
    if (heads.length === 0) return { cases, events, broken }
    const rows = await sql<EventRow[]>`
      select case_id as "caseId", seq, type, occurred_on as "occurredOn", recorded_at as "recordedAt", actor_kind as "actorKind",
        actor_id as "actorId", actor_name as "actorName", data, prev_hash as "prevHash", hash
      from case_event where case_id in ${sql(heads.map((head) => head.id))} order by case_id, seq`
    const byCase = Map.groupBy(rows, (row) => row.caseId)
    for (const head of heads) {
      const chain = byCase.get(head.id) ?? []
      const fault = faultOf(head, chain)
      if (fault) broken.push({ number: head.number, authorityId: head.authorityId, ...fault })
      cases += 1
      events += chain.length
    }
    after = heads.at(-1)!.id
  }
}

/** The first place where a chain does not hold, or null. */
export function faultOf(head: Pick<HeadRow, 'version' | 'headHash'>, chain: readonly EventRow[]): { seq: number; reason: string } | null {
  let previous = CHAIN_START
  for (const [index, row] of chain.entries()) {
    const { prevHash, hash, ...link } = row
    if (row.seq !== index + 1) return { seq: index + 1, reason: '这一条不在了' }
    if (!sameBytes(prevHash, previous)) return { seq: row.seq, reason: '接不上前一条' }
    if (!sameBytes(hash, linkHash(previous, link))) return { seq: row.seq, reason: '内容被改动过' }
    previous = hash
  }
  if (chain.length !== head.version) return { seq: chain.length + 1, reason: `案卷记着${head.version}条，只有${chain.length}条` }
  return sameBytes(previous, head.headHash) ? null : { seq: chain.length, reason: '和案卷记着的最后一条不符' }
}
