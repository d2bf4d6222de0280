import * as z from 'zod'
import { dateText } from '#platform/validation/date.ts'
import { line, optional } from '#platform/validation/text.ts'

const days = (label: string, example: string) =>
  z.array(z.string({ error: `${label}要写成文字，例如"${example}"` }).max(40, { error: `${label}太长` }), { error: `${label}要写成列表，例如["${example}"]` })
    .max(200, { error: `${label}最多200个` })

/** One year in the published shape. Whether its days make sense is for the law to say. */
export const PublishedYear = z
  .strictObject({
    notice: z.array(line({ label: '通知的网址', max: 300 }), { error: '通知的网址要写成列表' }).max(10, { error: '通知的网址最多10个' }).default([]),
    off: days('放假的日期', '2027-01-01').describe('放假的日期，连同其间的周末'),
    work: days('调休上班的日期', '2027-01-30').default([]).describe('调休上班的周六、周日'),
  }, { error: '一年的安排要写成{"notice": […], "off": […], "work": […]}' })
  .meta({ id: 'YearArrangement' })

/** `{ "2027": { notice, off, work } }`, one or several years. */
export const PublishedYears = z
  .record(z.string(), PublishedYear, { error: '要写成{"2027": {"notice": […], "off": […], "work": […]}}' })
  .superRefine((years, ctx) => {
    const names = Object.keys(years)
    if (names.length === 0) ctx.addIssue({ code: 'custom', message: '没有写年份' })
    if (names.length > 100) ctx.addIssue({ code: 'custom', message: '一次最多100年' })
    for (const name of names) {
      if (!/^\d{4}$/.test(name)) ctx.addIssue({ code: 'custom', path: [name], message: `年份“${name.slice(0, 20)}”要写成四位数字，例如2027` })
    }
  })
export type PublishedYears = z.output<typeof PublishedYears>

/** An emergency day off: by order of a local government, for one authority or for all. */
export const DayOffInput = z.strictObject({
  date: dateText('放假的日期').describe('哪一天'),
  name: line({ label: '名称', max: 20 }).describe('日格上显示的名称，例如台风'),
  reason: line({ label: '依据', max: 200 }).describe('谁的决定、文号'),
  authorityId: optional(line({ label: '机关', max: 80 })).describe('只给这个机关；不写是全部机关'),
})
export type DayOffInput = z.output<typeof DayOffInput>

export const ImportRequest = z.strictObject({ kind: z.literal('import'), years: PublishedYears })
export const DayOffRequest = DayOffInput.extend({ kind: z.literal('day_off') })
export const RevocationRequest = z.strictObject({ kind: z.literal('revocation'), id: z.uuid({ error: '没有这次临时放假' }) })

/** What an administrator wants to change. */
export const ChangeRequest = z.discriminatedUnion('kind', [ImportRequest, DayOffRequest, RevocationRequest], {
  error: '要写明 kind：import（导入）、day_off（临时放假）或者 revocation（撤销）',
})
export type ChangeRequest = z.output<typeof ChangeRequest>
