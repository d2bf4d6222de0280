import { SERVICES } from '#case/words.ts'
import { formatDate, formatDay, type CivilDate } from '#law/civil-date.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { MessageFacts } from './facts.ts'
import type { Occasion } from './occasions.ts'

/** What words are made of: nothing about the person, never the query code. */
export interface WordsOf {
  readonly number: string
  readonly authority: Pick<Authority, 'name' | 'shortName' | 'officeName' | 'address' | 'officeHours' | 'consultPhone'>
  readonly facts: MessageFacts
  readonly publicUrl: string
}

export interface Words {
  readonly email: { readonly subject: string; readonly text: string }
  /** Without the sign of the sender, which the gateway puts in front. */
  readonly sms: string
}

interface Saying {
  /** Stands after 您的政府信息公开申请2026-0187. */
  readonly subject: string
  /** Sentences of the e-mail, a paragraph each. */
  readonly paragraphs: readonly (string | false)[]
  /** Stands between 申请2026-0187 and the address of the status page. Short: 70 characters are one SMS, sign and address included. */
  readonly short: string
}

/** The words of a message. */
export function messageWords(occasion: Occasion, of: WordsOf): Words {
  const { number, authority, publicUrl } = of
  const { subject, paragraphs, short } = SAYINGS[occasion](of)
  const text = [
    '您好：',
    ...paragraphs.filter((paragraph) => paragraph !== false),
    `查看进展和文书（要用登记时给您的查询码）：\n${publicUrl}/status?number=${number}`,
    `有疑问请拨打${authority.officeName}电话${authority.consultPhone}。这封邮件由系统发出，回信没有人看。`,
    authority.name,
  ].join('\n\n')
  return { email: { subject: `您的政府信息公开申请${number}${subject}`, text }, sms: `申请${number}${short} ${publicUrl}/status` }
}

const SAYINGS: Readonly<Record<Occasion, (of: WordsOf) => Saying>> = {
  receipt: ({ number, facts: { receivedOn, dueOn, provisional } }) => ({
    subject: '已经登记',
    paragraphs: [
      `您的政府信息公开申请已经登记，申请编号${number}${receivedOn ? `，收到日${formatDate(receivedOn)}` : ''}。`,
      dueOn !== undefined && `我们最晚${formatDate(dueOn)}答复您${provisional ? '（当年放假安排还没有公布，这个日子可能会动，动了再告诉您）' : ''}。如果要补正、征求意见或者延长，会另外告诉您。`,
      '请收好登记时给您的查询码，凭它查看进展。',
    ],
    short: `已登记${dueOn ? `，最晚${short(number, dueOn)}答复` : ''}。`,
  }),
  correction: ({ number, facts: { respondBy } }) => ({
    subject: '需要补正',
    paragraphs: [
      '您的申请有的地方写得不够清楚，请按补正告知书补充。答复的期限从收到您的补正起重新计算。',
      respondBy !== undefined && `请在${formatDate(respondBy)}以前补正，网上、邮寄、当面都可以。没有正当理由到期不补正的，按放弃申请处理，不再办理。`,
    ],
    short: `要补正${respondBy ? `，请在${short(number, respondBy)}以前办` : '，请看补正告知书'}。`,
  }),
  extension: ({ number, facts: { days, dueOn, provisional, reason } }) => ({
    subject: '延长答复期限',
    paragraphs: [
      `您的申请不能在原来的期限内答复${reason ? `，因为${reason}` : ''}，${days ? `延长${days}个工作日` : '需要延长'}。`,
      dueOn !== undefined && `延长以后，我们最晚${formatDate(dueOn)}答复您${provisional ? '（当年放假安排还没有公布，这个日子可能会动）' : ''}。`,
    ],
    short: `已延期${dueOn ? `，最晚${short(number, dueOn)}答复` : ''}。`,
  }),
  fee: ({ facts: { amountFen } }) => ({
    subject: '收费通知',
    paragraphs: [
      `您的申请要收信息处理费${amountFen === undefined ? '' : formatYuan(amountFen)}，依据、标准和缴纳办法见收费通知书。`,
      '请在收到收费通知书的次日起20个工作日内缴费。到期不缴的，按放弃申请处理，不再办理；缴费以后，答复的期限重新计算。',
      '我们只收收费通知书上写明的费用，不会在邮件、短信里让您转账。',
    ],
    short: '有收费通知书，请查看。',
  }),
  reply_ready: ({ facts: { documentNumber }, authority: { officeName, address, officeHours } }) => ({
    subject: '答复可以领取了',
    paragraphs: [
      `对您申请的答复${documentNumber ? `（${documentNumber}）` : ''}已经作出。您选了自己来取，请带上身份证件到${officeName}领取。`,
      address !== '' && `地址：${address}\n时间：${officeHours}`,
    ],
    short: '的答复可以领取，请带身份证件。',
  }),
  reply: ({ facts: { documentNumber, deliveredOn, service } }) => ({
    subject: '已经答复',
    paragraphs: [
      `对您申请的答复${documentNumber ? `（${documentNumber}）` : ''}${deliveredOn ? `已于${formatDate(deliveredOn)}` : '已经'}${service ? SENT_BY[service] : '送达'}。`,
      '答复书、提供的信息，以及不服可以怎么办、到哪一天为止，都可以在查询页上看。',
    ],
    short: `已经答复${service ? `（${SERVICES[service]}）` : ''}。`,
  }),
  date_changed: ({ number, facts: { oldDueOn, newDueOn, reason, provisional } }) => ({
    subject: '的最晚答复日变了',
    paragraphs: [
      `${reason ? `因为${reason}，` : ''}您的申请的最晚答复日${oldDueOn ? `从${formatDate(oldDueOn)}` : ''}${newDueOn ? `改为${formatDate(newDueOn)}` : '有变动，新的日子请到查询页上看'}${newDueOn && provisional ? '（当年放假安排还没有公布，这个日子可能还会动）' : ''}。`,
      '您不用做什么。日子怎么算出来的，查询页上写着。',
    ],
    short: newDueOn ? `最晚改为${short(number, newDueOn)}答复。` : '最晚答复日有变动。',
  }),
  withdrawn: () => ({
    subject: '已经撤回',
    paragraphs: ['您的申请已经撤回，我们不再办理。以后需要，随时可以重新申请。', '如果不是您撤回的，请马上打下面的电话。'],
    short: '已撤回。不是您撤回的，请来电。',
  }),
  split: ({ number, facts: { numbers } }) => ({
    subject: '分成了几件办理',
    paragraphs: [
      `您的申请里有几项内容，按一事一申请分开办理：第一项仍用编号${number}${numbers?.length ? `，其余各项的编号是${numbers.join('、')}` : ''}。`,
      '每一件分别答复，期限分别计算。',
    ],
    short: `已分成${numbers?.length ? numbers.length + 1 : '几'}件办理。`,
  }),
}

const SENT_BY = { direct: '直接送达', post: '邮寄，请留意查收', electronic: '以电子方式送达' } as const

/** The day, with its year where that is not the year of the case. */
function short(number: string, day: CivilDate): string {
  return number.startsWith(day.slice(0, 4)) ? formatDay(day) : formatDate(day)
}
