import { remedyFor } from '#law/remedies/remedy.ts'
import type { Authority } from './tables/authority.table.ts'

type Question = Omit<Parameters<typeof remedyFor>[0], 'names' | 'electronic'>

/**
 * The remedy against a reply of this authority, with its reconsideration authority and court by name, and the online channel where
 * there is one (复议法22条: told with what may be served electronically).
 */
export function remedyAt(authority: Authority, question: Question) {
  const { reconsiderationAuthority, court, onlineReconsideration } = authority
  return remedyFor({
    ...question,
    electronic: onlineReconsideration !== null,
    names: { reconsiderationAuthority, court, ...(onlineReconsideration === null ? {} : { onlineReconsideration }) },
  })
}
