import { isOccasion, OCCASIONS } from './occasions.ts'

/** What a message is about, in the words of the list. */
export function occasionName(code: string): string {
  return isOccasion(code) ? OCCASIONS[code] : code
}

/** Why a try failed, for staff; the code stands behind it for whoever looks after the servers. */
export function failureText(failure: string): string {
  if (failure === 'erased') return '申请人的个人信息已经删除，没有发'
  if (failure === 'interrupted') return '发送时系统中断了多次'
  return `${MEANINGS.find(([pattern]) => pattern.test(failure))?.[1] ?? '没有发出'}（${failure}）`
}

const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^SMTP (EENVELOPE|EMESSAGE)( 5|$)/, '对方的邮件服务器拒收'],
  [/^SMTP (EENVELOPE|EMESSAGE) 4/, '对方的邮件服务器暂时不收'],
  [/^SMTP EAUTH/, '登录不了邮件服务器，请检查设置'],
  [/^SMTP/, '邮件服务器连不上'],
  [/^SMS HTTP 4(01|03)/, '短信网关不认签名，请检查设置'],
  [/^SMS HTTP [34]/, '短信网关拒收'],
  [/^SMS/, '短信网关连不上或者暂时不收'],
]
