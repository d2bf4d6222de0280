import { refuse, type Refused } from '#law/refusal.ts'
import type { GateBlock } from './gate.ts'

/** The refusal that names every open item of the gate; null when nothing is open. */
export function incomplete(blocks: readonly GateBlock[]): Refused | null {
  if (blocks.length === 0) return null
  return refuse('reply/incomplete', `还有${blocks.length}项须改：${blocks.map((one) => one.message).join('；')}`)
}
