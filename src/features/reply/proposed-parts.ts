import { FORMS, type Form, type Way } from '#case/words.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import type { DraftParts } from './draft.schema.ts'
import { toFill } from './placeholders.ts'

/** What a first draft is proposed from. */
export interface ProposalSource {
  readonly decision: DecisionCode
  /** The applicant's own words. */
  readonly description: string
  /** The reason given with the decision. */
  readonly reason: string
  readonly form: Form
  readonly way: Way
  /** 你, or 你单位 */
  readonly you: string
  /** Where files can be seen and replies fetched. */
  readonly address: string
}

/** A first draft: the request as it was asked, the reason of the decision, and the sentence that usually carries such a decision. */
export function proposedParts(source: ProposalSource): DraftParts {
  return { requestText: source.description, facts: source.reason, decisionText: SENTENCES[source.decision](source), attachments: '' }
}

/**
 * What law.md §1.1 wants said and only the drafter knows stands as a 【填写：…】 that the gate asks for.
 * The words follow 条例第三十六条 and the articles that the ground sentence before them cites.
 */
const SENTENCES: Readonly<Record<DecisionCode, (source: ProposalSource) => string>> = {
  granted: provided,
  already_public: ({ you }) => `${you}申请公开的政府信息已经主动公开，获取的方式、途径是${toFill('网址或者查阅地点')}。`,
  partly_granted: (source) => `${provided(source)}其中${toFill('不公开的部分')}不予公开，已作区分处理。`,
  refused_state_secret: refused,
  refused_prohibited_by_law: refused,
  refused_public_safety: refused,
  refused_third_party: refused,
  refused_internal_affairs: refused,
  refused_process: refused,
  refused_enforcement_file: refused,
  special_inquiry: ({ you }) => `${you}申请公开的信息，法律、行政法规对获取有特别规定，请依照${toFill('《法律、行政法规》和条款')}的规定向${toFill('办理的单位')}办理。`,
  not_held: ({ you }) => `${you}申请公开的政府信息不存在。`,
  not_responsible: ({ you }) => `${you}申请公开的政府信息不属于本机关负责公开，建议向${toFill('负责公开的机关名称、联系方式')}提出。`,
  needs_creation: ({ you }) => `${you}申请公开的内容没有现成信息，需要本机关加工、分析，不予提供。`,
  still_unclear: ({ you }) => `${you}补正后的申请内容仍不明确，本机关无法提供。`,
  petition_like: ({ you }) => `${you}提出的事项不作为政府信息公开申请处理，可以向${toFill('受理信访、投诉、举报的单位和渠道')}反映。`,
  repeated: ({ you }) => `本机关已以${toFill('前次答复的文号和日期')}答复${you}相同的申请，不予重复处理。`,
  public_publication: ({ you }) => `${you}申请的内容属于公开出版物，可以通过${toFill('获取途径')}获取。`,
  excessive: ({ you }) => `${you}说明的理由不合理，本机关不予处理。`,
  confirm_or_reissue: ({ you }) => `${you}要求确认或者重新出具已经获取的信息，本机关不予重复处理。`,
  lapsed_correction: ({ you }) => `${you}无正当理由逾期不补正，视为放弃申请，本机关不再处理该申请。`,
  lapsed_fee: ({ you }) => `${you}逾期未缴纳信息处理费，视为放弃申请，本机关不再处理该申请。`,
  withdrawn: ({ you }) => `${you}已撤回申请，本机关不再处理该申请。`,
  other: () => toFill('处理决定'),
}

function refused({ you }: ProposalSource): string {
  return `对${you}申请公开的上述政府信息不予公开。`
}

function provided({ form, way, you, address }: ProposalSource): string {
  if (form === 'inspection') return `向${you}公开上述政府信息，方式为查阅、抄录，地点为${address}，时间为${toFill('查阅的时间')}。`
  return `向${you}公开上述政府信息，以${FORMS[form]}形式${WAY_PHRASES[way]}（见附件）。`
}

const WAY_PHRASES: Readonly<Record<Way, string>> = {
  post: '邮寄提供',
  pickup: '提供，请自行领取',
  email: '通过电子邮件提供',
  on_site: '当面提供',
}
