import type { Channel } from '#case/words.ts'

/** How an application came, fitting 你…提交的政府信息公开申请 in a letter. */
export const CHANNEL_PHRASES: Readonly<Record<Channel, string>> = {
  in_person: '当面',
  oral: '口头',
  registered_mail: '通过邮寄',
  ordinary_mail: '通过邮寄',
  internet: '通过互联网',
  fax: '通过传真',
}
