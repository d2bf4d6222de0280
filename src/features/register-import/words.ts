import { APPLICANT_KINDS, CHANNELS, DOCUMENT_TYPES, FORMS, SERVICES, WAYS, type ApplicantKind, type Channel, type DocumentType, type Form, type Service, type Way } from '#case/words.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { decisionKinds, type DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'

/** Words of old registers for one of our codes; each is compared without spaces and punctuation. */
type Words<K extends string> = Readonly<Record<K, readonly string[]>>

const CHANNEL_WORDS: Words<Channel> = {
  in_person: [CHANNELS.in_person, '当面提交', '当面申请', '现场', '现场申请', '窗口', '来访', '面交'],
  oral: [CHANNELS.oral, '口头', '口头申请', '代填'],
  registered_mail: [CHANNELS.registered_mail, '挂号', '挂号信', 'EMS', '邮寄', '信函', '邮政快递', '特快专递', '快递', '邮寄EMS', '来信'],
  ordinary_mail: [CHANNELS.ordinary_mail, '平信', '普通信函', '普通邮件'],
  fax: [CHANNELS.fax, '传真申请'],
  internet: [CHANNELS.internet, '网络', '互联网', '网站', '网上申请', '网络申请', '线上', '门户网站', '电子邮件', '邮箱', 'Email', '在线'],
}
const KIND_WORDS: Words<ApplicantKind> = {
  natural_person: [APPLICANT_KINDS.natural_person, '自然人', '个人', '公民个人'],
  business: [APPLICANT_KINDS.business, '企业', '公司', '商业', '法人'],
  research: [APPLICANT_KINDS.research, '科研', '研究机构'],
  public_welfare: [APPLICANT_KINDS.public_welfare, '公益组织', '社会团体', '社团', '社会组织'],
  legal_service: [APPLICANT_KINDS.legal_service, '律师事务所', '律所', '法律服务'],
  other_organization: [APPLICANT_KINDS.other_organization, '其他组织', '其它', '其他法人', '组织', '事业单位'],
}
const DOCUMENT_WORDS: Words<DocumentType> = {
  resident_id: [DOCUMENT_TYPES.resident_id, '身份证', '二代身份证'],
  passport: [DOCUMENT_TYPES.passport],
  hk_macao_permit: [DOCUMENT_TYPES.hk_macao_permit, '回乡证', '港澳通行证'],
  taiwan_permit: [DOCUMENT_TYPES.taiwan_permit, '台胞证'],
  credit_code: [DOCUMENT_TYPES.credit_code, '信用代码', '营业执照', '社会信用代码'],
}
const SERVICE_WORDS: Words<Service> = {
  direct: [SERVICES.direct, '当面', '当面送达', '直接', '自取', '领取', '当面领取', '窗口领取'],
  post: [SERVICES.post, '邮寄送达', 'EMS', '挂号', '挂号信', '信函', '快递'],
  electronic: [SERVICES.electronic, '电子邮件', '邮箱', '网上', '网络', '电子'],
}
const FORM_WORDS: Words<Form> = { paper: [FORMS.paper, '书面', '复印件', '纸质文本', '纸面'], electronic: [FORMS.electronic, '电子', '电子邮件', '光盘', '电子版'], inspection: [FORMS.inspection, '查阅', '抄录', '阅览'] }
const WAY_WORDS: Words<Way> = { post: [WAYS.post, '快递', '信函', 'EMS'], pickup: [WAYS.pickup, '自取', '领取'], email: [WAYS.email, '邮箱', '电子邮箱', '网上', 'Email'], on_site: [WAYS.on_site, '当场', '现场'] }

const DECISION_WORDS: Words<DecisionCode> = {
  granted: ['公开', '同意公开', '全部公开', '准予公开'],
  already_public: ['已主动公开', '主动公开', '已公开', '属于主动公开'],
  partly_granted: ['部分公开', '同意部分公开', '部分予以公开'],
  refused_state_secret: ['国家秘密', '属于国家秘密', '涉及国家秘密', '不予公开国家秘密'],
  refused_prohibited_by_law: ['法律行政法规禁止公开', '法律法规禁止公开', '其他法律行政法规禁止公开'],
  refused_public_safety: ['三安全一稳定', '危及三安全一稳定', '危及国家安全公共安全经济安全和社会稳定'],
  refused_third_party: ['保护第三方合法权益', '商业秘密', '个人隐私', '涉及商业秘密', '涉及个人隐私', '第三方合法权益'],
  refused_internal_affairs: ['三类内部事务信息', '内部事务信息', '属于三类内部事务信息'],
  refused_process: ['四类过程性信息', '过程性信息', '属于四类过程性信息'],
  refused_enforcement_file: ['行政执法案卷', '属于行政执法案卷', '执法案卷'],
  special_inquiry: ['行政查询事项', '属于行政查询事项'],
  not_held: ['信息不存在', '政府信息不存在', '不存在', '本机关不掌握相关政府信息', '不掌握'],
  not_responsible: ['非本机关', '不属于本机关', '不属于本机关公开', '不属于本机关负责公开', '非本机关政府信息', '不属于本行政机关公开'],
  needs_creation: ['需要另行制作', '没有现成信息', '没有现成信息需要另行制作'],
  still_unclear: ['补正后仍不明确', '申请内容不明确', '补正后申请内容仍不明确'],
  petition_like: ['信访举报投诉类申请', '信访', '投诉举报', '信访投诉举报', '信访投诉举报类'],
  repeated: ['重复申请', '不予重复处理'],
  public_publication: ['要求提供公开出版物', '公开出版物'],
  excessive: ['无正当理由大量反复申请', '大量反复申请'],
  confirm_or_reissue: ['要求行政机关确认或重新出具已获取信息', '重新出具已获取信息'],
  lapsed_correction: ['逾期不补正', '申请人无正当理由逾期不补正', '逾期未补正', '视为放弃'],
  lapsed_fee: ['逾期不缴费', '逾期未缴费'],
  withdrawn: ['撤回', '撤销', '申请人撤回', '申请人撤销', '申请人主动撤销', '主动撤回', '撤回申请'],
  other: ['其他', '其它', '其他处理'],
}

/** The names that a message may list, for one word list. */
export const LISTS = {
  channel: { codes: CHANNELS, words: CHANNEL_WORDS },
  kind: { codes: APPLICANT_KINDS, words: KIND_WORDS },
  documentType: { codes: DOCUMENT_TYPES, words: DOCUMENT_WORDS },
  service: { codes: SERVICES, words: SERVICE_WORDS },
  form: { codes: FORMS, words: FORM_WORDS },
  way: { codes: WAYS, words: WAY_WORDS },
} as const
export type ListName = keyof typeof LISTS

/** The code that a word of an old register stands for, or null. */
export function codeOf<N extends ListName>(list: N, text: string): (keyof (typeof LISTS)[N]['codes'] & string) | null {
  return match(LISTS[list].words as Words<string>, text) as never
}

/** The names to choose from. */
export function namesOf(list: ListName): string {
  return Object.values(LISTS[list].codes).join('、')
}

/** The decision that a word stands for. What the law of the receipt date does not know is found all the same. */
export function decisionOf(text: string): DecisionCode | null {
  const known = decisionKinds(LATEST).find(({ name }) => bare(name) === bare(text))
  return known?.code ?? match(DECISION_WORDS, text)
}

export function decisionNames(lawAsOf: CivilDate): string {
  return decisionKinds(lawAsOf).map(({ name }) => name).join('、')
}

/** Under the law of this day every kind is known. */
const LATEST = '2026-01-01' as CivilDate

function match<K extends string>(words: Words<K>, text: string): K | null {
  const wanted = bare(text)
  if (wanted === '') return null
  const found = (Object.entries(words) as [K, readonly string[]][]).find(([code, list]) => code === text || list.some((word) => bare(word) === wanted))
  return found?.[0] ?? null
}

/** Without spaces and punctuation, full width as half width, capitals as small letters. */
function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')
}
