import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'

/** Which template a decision is answered with, and what the letter is called (law.md §7). */
interface ReplyLetter {
  readonly code: string
  readonly title: string
}

const OWN: Partial<Record<DecisionCode, ReplyLetter>> = {
  granted: { code: 'granted', title: '政府信息公开告知书' },
  refused_internal_affairs: { code: 'refused-internal-affairs', title: '政府信息不予公开告知书' },
  not_held: { code: 'not-held', title: '政府信息不存在告知书' },
}

/** Titles of the general reply, for decisions whose own template is not approved yet. */
const TITLES: Partial<Record<DecisionCode, string>> = {
  already_public: '政府信息公开告知书',
  partly_granted: '政府信息部分公开告知书',
  refused_state_secret: '政府信息不予公开告知书',
  refused_prohibited_by_law: '政府信息不予公开告知书',
  refused_public_safety: '政府信息不予公开告知书',
  refused_third_party: '政府信息不予公开告知书',
  refused_process: '政府信息不予公开告知书',
  refused_enforcement_file: '政府信息不予公开告知书',
  not_responsible: '非本机关政府信息告知书',
  repeated: '不予重复处理告知书',
}

/** The version of the reply templates in force. */
export const REPLY_TEMPLATE_VERSION = '2026-03-01'

/** The letter for a decision. */
export function letterOf(decision: DecisionCode): ReplyLetter {
  return OWN[decision] ?? { code: 'reply', title: TITLES[decision] ?? '政府信息公开申请告知书' }
}
