import * as z from 'zod'
import { count, day, unknownKind } from './question-parts.ts'

/** Bounds against absurd input, not rules of law. Each tier of ten cases is a line of the answer, so cases are bounded closer. */
export const FEE_LIMITS = { ordinal: 1_000_000, cases: 10_000, pages: 1_000_000 } as const

const receivedOn = day('收到日')

const BASES: readonly unknown[] = ['per_case', 'per_page']

/** Without a basis no choice is read; what every choice needs is still named. */
const hasBasis = (value: unknown) => BASES.includes((value as { basis?: unknown } | null)?.basis)
const hasReceipt = (value: unknown) => (value as { receivedOn?: unknown } | null)?.receivedOn !== undefined

/** `POST /calculators/fee`: one basis, never both (109号第三条). */
export const FeeQuestion = z
  .discriminatedUnion(
    'basis',
    [
      z.strictObject({
        basis: z.literal('per_case').describe('按件'),
        receivedOn,
        ordinalInMonth: count('本月第几件', FEE_LIMITS.ordinal).describe('同一申请人这个自然月里收到的第几件'),
        cases: count('件数', FEE_LIMITS.cases).optional().describe('一起计收的件数；不填就是1件'),
      }),
      z.strictObject({ basis: z.literal('per_page').describe('按量'), receivedOn, pages: count('页数', FEE_LIMITS.pages).describe('这一件的页数，A4以下单面为1页') }),
    ],
    { error: unknownKind('计收标准', BASES.map(String)) },
  )
  .refine(hasReceipt, { path: ['receivedOn'], error: '请填写收到日', when: ({ value }) => !hasBasis(value) })
  .meta({ id: 'FeeQuestion' })
export type FeeQuestion = z.output<typeof FeeQuestion>
