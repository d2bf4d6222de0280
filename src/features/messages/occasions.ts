/** What an applicant is told by message. One more is one entry here and one in `words.ts`. */
export const OCCASIONS = {
  receipt: '登记',
  correction: '补正',
  extension: '延长期限',
  fee: '收费',
  reply_ready: '答复可以领取',
  reply: '答复送达',
  date_changed: '最晚答复日变动',
  withdrawn: '撤回',
  split: '拆分',
} as const

export type Occasion = keyof typeof OCCASIONS

export function isOccasion(text: string): text is Occasion {
  return Object.hasOwn(OCCASIONS, text)
}
