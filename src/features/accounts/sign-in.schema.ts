import * as z from 'zod'
import { normalUsername } from './username.ts'

const typed = (label: string, max: number) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `请填写${label}` : `${label}要写成文字`) })
    .min(1, `请填写${label}`)
    .max(max, `${label}最多${max}个字符`)

/** What a person types to sign in, through the page or the API. */
export const SignIn = z
  .object({
    username: typed('用户名', 100).transform(normalUsername).pipe(z.string().min(1, '请填写用户名')),
    password: typed('密码', 1000),
    code: z
      .string({ error: '动态口令要写成文字' })
      .max(40, '动态口令最多40个字符')
      .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
      .optional()
      .meta({ description: '手机验证器上的6位数字，或者一个备用码；没有开通动态口令的账号不填' }),
  })
  .meta({ id: 'SignIn' })

export type SignIn = z.output<typeof SignIn>
