import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256 } from '#platform/crypto/digest.ts'

/** What one link of the chain covers. */
export interface ChainLink {
  readonly caseId: string
  readonly seq: number
  readonly type: string
  readonly occurredOn: string
  readonly recordedAt: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string
  readonly data: Record<string, unknown>
}

/** `prev_hash` of the first event of a case. */
export const CHAIN_START: Uint8Array = new Uint8Array(32)

/** SHA-256 over the predecessor's hash and the canonical JSON of this link. */
export function linkHash(previous: Uint8Array, link: ChainLink): Uint8Array {
  const body = new TextEncoder().encode(canonicalJson(link))
  const both = new Uint8Array(previous.length + body.length)
  both.set(previous)
  both.set(body, previous.length)
  return sha256(both)
}
