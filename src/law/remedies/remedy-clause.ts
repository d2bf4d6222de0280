/** Reconsideration before suit, either at once, or nothing to contest. */
export type RemedyRoute = 'reconsideration_first' | 'choice' | 'none'

/** Full names as the letter prints them. */
export interface RemedyNames {
  /** 本级人民政府 or whoever has jurisdiction by 行政复议法24–28条. */
  readonly reconsiderationAuthority: string
  /** With the words 人民法院. */
  readonly court: string
  /** Address of the online reconsideration channel (行政复议法22条第二款). */
  readonly onlineReconsideration?: string
}

/** Used where no authority is known, such as the public calculator. */
export const GENERAL_NAMES: RemedyNames = {
  reconsiderationAuthority: '有管辖权的行政复议机关',
  court: '有管辖权的人民法院',
}

/** Numbers of the clause, taken from the parameters in force. */
export interface ClauseLimits {
  readonly reconsiderationDays: number
  readonly litigationMonths: number
  readonly suitDays: number
}

/**
 * The sentence of the letter that tells the applicant what he can do.
 *
 * @statute reconsideration 23② from 2024-01-01
 * 对前款规定的情形，行政机关在作出行政行为时应当告知公民、法人或者其他组织先向行政复议机关申请行政复议。
 *
 * @statute reconsideration 22② from 2024-01-01
 * 行政机关通过互联网渠道送达行政行为决定书的，应当同时提供提交行政复议申请书的互联网渠道。
 *
 * Reading: of a partial disclosure only the refused part is 不予公开 (复议法23条1款4项); against the rest, such as disclosed
 * information that is wrong or incomplete, reconsideration or suit at once (711 51条).
 */
export function remedyClause(
  route: RemedyRoute,
  partly: boolean,
  names: RemedyNames,
  limits: ClauseLimits,
  online: boolean,
): string {
  if (route === 'none') return ''
  const { reconsiderationAuthority, court, onlineReconsideration } = names
  const channel = online ? `通过互联网申请行政复议的，可以登录${onlineReconsideration ?? '行政复议机关公布的网上申请渠道'}提交。` : ''
  const choice =
    `可以自收到本答复之日起${limits.reconsiderationDays}日内向${reconsiderationAuthority}申请行政复议，` +
    `也可以自收到本答复之日起${limits.litigationMonths}个月内向${court}提起行政诉讼。`
  if (route === 'choice') return `如不服本答复，${choice}${channel}`
  const against = partly ? '对本答复中不予公开的内容不服的' : '如不服本答复'
  return (
    `${against}，应当自收到本答复之日起${limits.reconsiderationDays}日内先向${reconsiderationAuthority}申请行政复议；` +
    `对行政复议决定不服的，可以自收到行政复议决定书之日起${limits.suitDays}日内向${court}提起行政诉讼。` +
    (partly ? `对本答复中其他内容不服的，${choice}` : '') +
    channel
  )
}

/** 109号7条: what the fee notice says instead of a remedy clause. */
export const FEE_NOTICE_CLAUSE =
  '对收费决定有异议的，不能单独申请行政复议或者提起行政诉讼；可以在缴费期满后，就不再处理申请的行为，依照《中华人民共和国政府信息公开条例》第五十一条的规定投诉、举报，申请行政复议或者提起行政诉讼。'
