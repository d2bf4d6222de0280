import type { MissingPart } from '../definition.ts'

/** One thing that a reply with this decision must say (law.md §1.1), recognised by the words that carry it. */
interface Required {
  readonly field: 'facts' | 'decisionText'
  readonly said: RegExp
  readonly message: string
  readonly article: string
}

const facts = (said: RegExp, message: string, article: string): Required => ({ field: 'facts', said, message, article })
const decision = (said: RegExp, message: string, article: string): Required => ({ field: 'decisionText', said, message, article })

const MEANS = /方式|途径|渠道|网址|网站|https?:|www\.|栏目|公报|书店|图书馆|窗口|(?:通过|到|在|向)[^。]{2,40}(?:获取|查阅|查询|购买|领取)/u
const DIGIT = '[0-9〇零一二三四五六七八九十]'

/** By decision, and for a partly granted one also by the decision on the withheld part. */
const REQUIRED: Readonly<Record<string, readonly Required[]>> = {
  already_public: [decision(MEANS, '没有写获取的方式、途径', '36条第一项')],
  refused_state_secret: [facts(/国家秘密/u, '没有写属于国家秘密', '14条')],
  refused_public_safety: [facts(/国家安全|公共安全|经济安全|社会稳定/u, '没有写可能危及国家安全、公共安全、经济安全、社会稳定中的哪一项', '14条')],
  refused_third_party: [
    facts(/征求/u, '没有写征求第三方意见的经过', '32条'),
    facts(/同意|(?:没有|未|逾期)[^。；]{0,20}(?:提出|提交|回复|答复|反馈)/u, '没有写第三方的意见：同意、不同意，或者逾期没有提出', '32条'),
    facts(/公共利益/u, '没有写对公共利益的衡量', '32条、15条'),
  ],
  refused_internal_affairs: [facts(/人事管理|后勤管理|内部工作流程/u, '没有写属于人事管理、后勤管理、内部工作流程中的哪一类', '16条第一款')],
  refused_process: [facts(/讨论记录|过程稿|磋商信函|请示报告/u, '没有写属于讨论记录、过程稿、磋商信函、请示报告中的哪一类', '16条第二款')],
  refused_enforcement_file: [facts(/执法案卷/u, '没有写属于行政执法案卷信息', '16条第二款')],
  not_responsible: [facts(/职责|职权|职能|管辖|主管|制作|保存|由[^。；]{2,40}(?:负责|办理)/u, '没有写为什么不属于本机关负责公开', '36条第五项')],
  repeated: [decision(new RegExp(`[〔［\\[（(]\\d{4}[〕］\\]）)]第?\\d+号|${DIGIT}{4}年${DIGIT}{1,2}月${DIGIT}{1,3}日`, 'u'), '没有写前次答复的文号或者日期', '36条第六项')],
  special_inquiry: [
    decision(/《[^》]+》/u, '没有写是哪一部法律、行政法规作的特别规定', '36条第七项'),
    decision(/向[^。]{2,60}(?:办理|查询|查阅|申请|提出|咨询)|窗口|渠道|途径|方式|网址/u, '没有写办理的渠道', '36条第七项'),
  ],
  public_publication: [decision(MEANS, '没有写获取的途径', '39条第二款')],
}

const NAMES_ANOTHER = /(?:建议|可以?|请)[^。，；]{0,6}向|由(?!本)[^。，；]{2,40}负责/u
const CONTACT = /电话|地址|网址|邮箱|联系方式|\d{7,}|\d{3,4}-\d{4,}/u

/** What is not said yet of what this decision asks for, in facts and decision together. */
export function missingByDecision(letter: {
  readonly decision: string | null
  readonly refusedPart: string | null
  readonly facts: string
  readonly decisionText: string
}): MissingPart[] {
  const text = `${letter.facts}\n${letter.decisionText}`
  const required = [letter.decision, letter.refusedPart].flatMap((code) => (code === null ? [] : (REQUIRED[code] ?? [])))
  const missing = required.filter(({ said }) => !said.test(text)).map(({ field, message, article }) => ({ field, message, article }))
  // 36条第五项: only an authority that can be determined is named, but then with where to find it.
  const nameless = letter.decision === 'not_responsible' && NAMES_ANOTHER.test(text) && !CONTACT.test(text)
  return nameless ? [...missing, { field: 'decisionText', message: '写了负责公开的机关，没有写它的联系方式', article: '36条第五项' }] : missing
}
