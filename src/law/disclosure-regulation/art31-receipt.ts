import { art, type Citation } from '../citation.ts'
import { formatDate, formatDateWithWeekday, formatShort, type CivilDate } from '../civil-date.ts'
import type { WorkingStep } from '../clock-types.ts'
import { refuse, type Outcome } from '../refusal.ts'
import { REGULATION_2019_FROM, regulationAt } from './version.ts'

/** How an application arrives. */
export type ReceiptChannel = 'in_person' | 'oral' | 'registered_mail' | 'ordinary_mail' | 'internet' | 'fax'

/** What the office knows of the arrival. */
export interface Arrival {
  readonly channel: ReceiptChannel
  /** The day of handing in, of signing for the mail, of arrival of the letter or fax, or of the online submission. */
  readonly arrivedOn: CivilDate
  /** The day on which the office and the applicant confirmed (ordinary mail, fax). The internet confirms by itself. */
  readonly confirmedOn?: CivilDate
  /** Ordinary mail: on the day of arrival the applicant could not be reached; `confirmedOn` is when contact was restored. */
  readonly contactLost?: boolean
  /** Internet: submitted elsewhere and entered here by the office, so nothing was confirmed by this system. */
  readonly recordedByStaff?: boolean
  readonly today: CivilDate
}

/** The receipt date with its reason. */
export interface Receipt {
  readonly receivedOn: CivilDate
  readonly working: readonly WorkingStep[]
  /** Null before 31条 was in force. */
  readonly cite: Citation | null
}

/**
 * The day that counts as 收到申请之日 (law.md §12.4).
 *
 * @statute 711 31(一) from 2019-05-15
 * 申请人当面提交政府信息公开申请的，以提交之日为收到申请之日；
 *
 * @statute 711 31(二) from 2019-05-15
 * 申请人以邮寄方式提交政府信息公开申请的，以行政机关签收之日为收到申请之日；以平常信函等无需签收的邮寄方式提交政府信息公开申请的，政府信息公开工作机构应当于收到申请的当日与申请人确认，确认之日为收到申请之日；
 *
 * @statute 711 31(三) from 2019-05-15
 * 申请人通过互联网渠道或者政府信息公开工作机构的传真提交政府信息公开申请的，以双方确认之日为收到申请之日。
 *
 * Readings: an oral application is handed in on the day it is written down (29条). Registered mail counts from the first
 * signature of the agency, whoever signs. A letter must be confirmed on its day of arrival: confirming late does not move the
 * date, not reaching the applicant does. The internet channel confirms at once and by itself.
 * LEGAL(question): 492 had no such article; the same days are used for applications received before 2019-05-15, without citing.
 */
export function receiptOf(arrival: Arrival): Outcome<Receipt> {
  const { channel, arrivedOn, confirmedOn, today } = arrival
  const refused = (code: string, message: string) => refuse(code, message, receiptArticle(channel, arrivedOn) ?? undefined)
  if (arrivedOn > today) return refused('receipt/in-future', `${formatDate(arrivedOn)}还没有到，收到日不能晚于今天`)
  if (confirmedOn !== undefined && confirmedOn > today) {
    return refused('receipt/confirmed-in-future', `${formatDate(confirmedOn)}还没有到，确认的日期不能晚于今天`)
  }
  if (confirmedOn !== undefined && confirmedOn < arrivedOn) {
    return refused('receipt/confirmed-before-arrival', `确认的日期${formatDate(confirmedOn)}早于到达的日期${formatDate(arrivedOn)}`)
  }
  if (confirmedOn === undefined && (channel === 'ordinary_mail' || channel === 'fax')) {
    return refused('receipt/not-confirmed', CONFIRM_FIRST[channel])
  }
  const { receivedOn, text } = dayOf(arrival)
  const cite = receiptArticle(channel, receivedOn)
  const law = regulationAt(receivedOn)
  return law.ok ? { ok: true, receivedOn, cite, working: [{ on: receivedOn, text, cite }] } : law
}

/** The item of 31条 that carries a receipt date of this day; null before the article was in force. */
export function receiptArticle(channel: ReceiptChannel, on: CivilDate): Citation | null {
  return on < REGULATION_2019_FROM ? null : RECEIPT_ARTICLES[channel]
}

/** Where 31条 puts each channel. */
export const RECEIPT_ARTICLES: Readonly<Record<ReceiptChannel, Citation>> = {
  in_person: art('711', 31, undefined, 1),
  oral: art('711', 31, undefined, 1),
  registered_mail: art('711', 31, undefined, 2),
  ordinary_mail: art('711', 31, undefined, 2),
  internet: art('711', 31, undefined, 3),
  fax: art('711', 31, undefined, 3),
}

const CONFIRM_FIRST = {
  ordinary_mail: '平常信函要当天与申请人确认，确认以后才有收到日，请填写确认的日期',
  fax: '传真要与申请人双方确认，确认以后才有收到日，请填写确认的日期',
} as const

function dayOf({ channel, arrivedOn, confirmedOn, contactLost, recordedByStaff }: Arrival): { receivedOn: CivilDate; text: string } {
  const arrived = formatDateWithWeekday(arrivedOn)
  switch (channel) {
    case 'in_person':
      return { receivedOn: arrivedOn, text: `当面提交，提交的这天${arrived}就是收到日` }
    case 'oral':
      return { receivedOn: arrivedOn, text: `口头提出、代为填写，当天${arrived}就是收到日` }
    case 'registered_mail':
      return { receivedOn: arrivedOn, text: `挂号信或者EMS，机关签收的这天${arrived}就是收到日` }
    case 'internet':
      return { receivedOn: arrivedOn, text: `网上提交，${recordedByStaff === true ? '补录' : '系统当时自动确认'}，提交的这天${arrived}就是收到日` }
    case 'fax':
      return { receivedOn: confirmedOn ?? arrivedOn, text: `传真，双方确认的这天${formatDateWithWeekday(confirmedOn ?? arrivedOn)}就是收到日` }
    case 'ordinary_mail':
      return ordinaryMail(arrivedOn, confirmedOn ?? arrivedOn, contactLost === true)
  }
}

function ordinaryMail(arrivedOn: CivilDate, confirmedOn: CivilDate, contactLost: boolean): { receivedOn: CivilDate; text: string } {
  if (confirmedOn === arrivedOn) {
    return { receivedOn: arrivedOn, text: `平常信函，到达当天与申请人确认，这天${formatDateWithWeekday(arrivedOn)}就是收到日` }
  }
  if (contactLost) {
    const text = `平常信函${formatShort(arrivedOn)}到达，当天联系不上申请人，恢复联系的这天${formatDateWithWeekday(confirmedOn)}就是收到日`
    return { receivedOn: confirmedOn, text }
  }
  const text = `平常信函应在到达当天确认，${formatShort(confirmedOn)}才确认不推迟收到日，到达的这天${formatDateWithWeekday(arrivedOn)}就是收到日`
  return { receivedOn: arrivedOn, text }
}
