import { z } from 'zod'

/** `YYYY-MM-DD`, a day that exists. */
export const civilDate = z.iso.date({ error: '日期写作2026年11月2日那样的一天（YYYY-MM-DD）' })

/** Text of one line that must not be blank, counted in characters; invisible characters alone are blank. */
export const shortText = (most = 120) =>
  z.string().trim().min(1).refine((text) => [...text].length <= most, { error: `最多${most}个字` }).regex(/[^\p{C}\p{Z}\p{M}]/u, { error: '不能是空白' })

/** Text of any length that may still be empty in a draft. */
export const longText = z.string().max(100_000)

/** How the letter speaks to the applicant: 你 or 你单位. */
export const addresseeKind = z.enum(['person', 'organization'])

/** Fields that every letter has. */
export const letterBase = {
  /** 发文机关标志: full or standard short name of the agency. */
  letterhead: shortText(60),
  /** 署名: the agency in whose name the letter goes out. */
  signer: shortText(60),
  /** How the agency calls itself in the text, for example 本局. */
  self: shortText(10).default('本机关'),
  addressee: shortText(200),
  addresseeKind: addresseeKind.default('person'),
  caseNumber: shortText(60),
  receivedOn: civilDate,
  /** How it was handed in, fitting 你…提交的: 通过互联网, 通过邮寄, 当面, 口头, 通过传真. */
  channel: shortText(20),
  /** Leaves the room of a seal at the signature (7.3.5.1). */
  sealed: z.boolean().default(false),
} as const
