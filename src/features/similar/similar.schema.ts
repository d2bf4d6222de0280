import * as z from 'zod'
import { dateText } from '#platform/validation/date.ts'
import { CaseBrief, caseBrief } from '#features/desk/index.ts'
import { caseClock } from '#store/case-row.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { calendarFor, type StaffCtx } from '#store/context.ts'
import { LinkCases } from './link.schema.ts'
import type { SimilarView } from './similar-view.ts'

const Cite = z.object({ instrument: z.string(), article: z.int(), paragraph: z.int().optional(), item: z.int().optional() })
const typed = (max: number) => z.string().max(max).default('')

/** What has been typed so far; everything may be missing. */
export const TypedApplication = z
  .strictObject({
    documentType: typed(40).describe('证件种类'),
    documentNumber: typed(40).describe('证件号码；写完整、校验位对才查'),
    receivedOn: dateText('收到日').optional().describe('收到日；不写是今天'),
    subject: typed(400),
    documentRef: typed(400),
    description: z.string().max(8000).describe('内容描述，可以是空的'),
  })
  .meta({ id: 'TypedApplication' })

/** What the office sees beside an application. */
export const SimilarAnswer = z
  .object({
    month: z
      .object({
        ordinal: z.int().nullable().describe('登记时给的月内序号；正在录入的为null'),
        counted: z.int().describe('计费时算第几件：并回的不计'),
        text: z.string(),
        amountFen: z.int().nullable().describe('按件计收时这一件多少分；109号施行前收到的为null'),
        cite: Cite,
      })
      .nullable()
      .describe('同一申请人收到日所在自然月的第几件（国办函〔2020〕109号第四条）；证件号码没有留存或者没有填好为null'),
    applicant: z
      .object({ inMonth: z.int(), inYear: z.int(), cases: z.array(CaseBrief).describe('最近几件，只列看得到的') })
      .nullable()
      .describe('同一申请人的别的案件'),
    alike: z.array(z.object({ score: z.number().describe('0到1'), sameApplicant: z.boolean(), case: CaseBrief })).describe('内容相近的，最像的在前，最多5件'),
    links: z.array(z.object({ other: z.string(), relation: LinkCases.shape.relation, note: z.string().nullable(), subject: z.string().nullable(), statusName: z.string().nullable() })),
  })
  .meta({ id: 'SimilarCases' })

/** The same as the panels show. */
export function similarAnswer(ctx: StaffCtx, { ordinal, counted, rule, others, alike, links }: SimilarView): z.output<typeof SimilarAnswer> {
  const brief = ({ row, state, events }: LoadedCase) => caseBrief(row, state, caseClock(state, events, ctx.today, calendarFor(ctx, row.authorityId)))
  return {
    month: rule === null || counted === null ? null : { ordinal, counted, text: rule.text, amountFen: rule.amountFen, cite: { ...rule.cite } },
    applicant: others && { inMonth: others.inMonth, inYear: others.inYear, cases: others.cases.map(brief) },
    alike: alike.map(({ score, sameApplicant, loaded }) => ({ score: Math.round(score * 1000) / 1000, sameApplicant, case: brief(loaded) })),
    links: links.map((link) => ({ ...link })),
  }
}
