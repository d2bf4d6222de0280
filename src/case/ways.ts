import type { Form, Way } from './words.ts'

/**
 * 条例第二十九条第二款第三项: 申请公开的政府信息的形式要求，包括获取信息的方式、途径。
 * 第四十条: 确定提供政府信息的具体形式 … 按照申请人要求的形式提供。
 *
 * Reading: form and way are two questions, and an answer must be possible. Paper can be posted, fetched or handed over; a file
 * can be sent by e-mail or brought by disc on any other way; inspection takes place at the office, whether the applicant is
 * told when to come (自行领取) or agrees on a time (当面). Anything else is asked again, never read as no application:
 * what the office then provides is decided under 第四十条.
 */
const FITTING: Readonly<Record<Form, readonly Way[]>> = {
  paper: ['post', 'pickup', 'on_site'],
  electronic: ['email', 'post', 'pickup', 'on_site'],
  inspection: ['on_site', 'pickup'],
}

/** A sentence that says which ways fit the form, and which form fits the way; null when they fit each other. */
export function wayFault(form: Form, way: Way): string | null {
  return FITTING[form].includes(way) ? null : WHAT_FITS[form]
}

const WHAT_FITS: Readonly<Record<Form, string>> = {
  paper: '纸质的可以邮寄、自行领取、当面给；要用电子邮件，形式请选电子文件',
  electronic: '电子文件可以发电子邮件，也可以刻成光盘邮寄、自行领取、当面给',
  inspection: '查阅、抄录要到现场，途径请选当面或者自行领取；要邮寄、发电子邮件，形式请选纸质或者电子文件',
}
