import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'

/** Which template a decision is answered with, and what the letter is called (law.md §7). */
export interface ReplyLetter {
  readonly code: string
  readonly title: string
}

/** Decisions whose letter has a template of its own. */
const OWN: Partial<Record<DecisionCode, string>> = {
  granted: 'granted',
  refused_internal_affairs: 'refused-internal-affairs',
  not_held: 'not-held',
}

const REFUSED = '政府信息不予公开告知书'
/** For outcomes that practice knows under no name of their own. */
const PLAIN = '政府信息公开申请告知书'
const ENDED = '不再处理政府信息公开申请告知书'

const TITLES: Readonly<Record<DecisionCode, string>> = {
  granted: '政府信息公开告知书',
  already_public: '政府信息公开告知书',
  partly_granted: '政府信息部分公开告知书',
  refused_state_secret: REFUSED,
  refused_prohibited_by_law: REFUSED,
  refused_public_safety: REFUSED,
  refused_third_party: REFUSED,
  refused_internal_affairs: REFUSED,
  refused_process: REFUSED,
  refused_enforcement_file: REFUSED,
  special_inquiry: PLAIN,
  not_held: '政府信息不存在告知书',
  not_responsible: '非本机关政府信息告知书',
  needs_creation: PLAIN,
  still_unclear: PLAIN,
  petition_like: PLAIN,
  repeated: '重复申请告知书',
  public_publication: PLAIN,
  excessive: PLAIN,
  confirm_or_reissue: PLAIN,
  lapsed_correction: ENDED,
  lapsed_fee: ENDED,
  withdrawn: PLAIN,
  other: PLAIN,
}

/** The version of the reply templates in force. */
export const REPLY_TEMPLATE_VERSION = '2026-03-01'

/** The letter for a decision. */
export function letterOf(decision: DecisionCode): ReplyLetter {
  return { code: OWN[decision] ?? 'reply', title: TITLES[decision] }
}
