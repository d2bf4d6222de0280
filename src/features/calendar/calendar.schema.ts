import * as z from 'zod'
import { DayOffInput, PublishedYears } from './change.schema.ts'

const day = z.string().meta({ format: 'date' })
const dueOn = day.nullable()

export const Digest = z
  .string({ error: '预览的标记要写成文字' })
  .regex(/^[0-9a-f]{64}$/, { error: '预览的标记是64位十六进制数字，照 preview 的 digest 写' })
  .optional()
  .meta({ description: 'preview 回答的 digest。带上它，预览以后日历又变了就拒绝（409）；不带就按最新情况办' })

/** The published shape may be the whole body; it then stands for `{ years }`. */
export const ImportBody = z
  .preprocess(wrapPublished, z.strictObject({ years: PublishedYears, digest: Digest }))
  .meta({ id: 'CalendarImport', description: '{"years": {"2027": {"notice": […], "off": […], "work": […]}}}；只写{"2027": {…}}也行' })

export const DayOffBody = DayOffInput.extend({ digest: Digest }).meta({ id: 'LocalDayOff' })
export const RevocationBody = z.strictObject({ digest: Digest }).meta({ id: 'LocalDayOffRevocation' })

/** `{ "2027": … }` → `{ years: { "2027": … } }`; whatever names none of our fields is taken for it, so that its faults are named. */
function wrapPublished(body: unknown): unknown {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body
  const names = Object.keys(body)
  return names.length > 0 && names.every((name) => /^\d/.test(name)) ? { years: body } : body
}

/** A preview is asked for in the words of the change itself. */
export function wrapRequest(body: unknown): unknown {
  if (body === null || typeof body !== 'object' || 'kind' in body) return body
  const wrapped = wrapPublished(body)
  if (wrapped !== null && typeof wrapped === 'object' && 'years' in wrapped) return { kind: 'import', ...wrapped }
  return 'date' in body ? { kind: 'day_off', ...body } : body
}

const Day = z.object({ date: day, name: z.string().nullable() })

export const CalendarAnswer = z
  .object({
    version: z.string().meta({ description: '日历数据的版本；任何一天变了它就变' }),
    revision: z.int().meta({ description: '第几次变更；0是软件自带的' }),
    knownUntil: day.meta({ description: '放假安排已知到哪一天；以后的日期按周末和法定节日推算' }),
    years: z.array(
      z.object({
        year: z.int(),
        source: z.enum(['software', 'import']),
        notice: z.array(z.string()),
        off: z.array(Day),
        work: z.array(day),
        importedBy: z.string().nullable(),
        importedAt: z.string().nullable(),
      }),
    ),
    localDaysOff: z.array(
      z.object({ id: z.string(), date: day, name: z.string(), reason: z.string(), authorityId: z.string().nullable().meta({ description: 'null：全部机关' }), revoked: z.boolean() }),
    ),
    changes: z
      .array(
        z.object({
          revision: z.int(), importId: z.string(), kind: z.string(), reason: z.string(), madeBy: z.string(), madeAt: z.string(),
          looked: z.int(), changed: z.int(), done: z.boolean(),
        }),
      )
      .meta({ description: '每次变更和在办案件重新计算的进度，新的在前' }),
  })
  .meta({ id: 'Calendar' })
export type CalendarAnswer = z.infer<typeof CalendarAnswer>

export const PreviewAnswer = z
  .object({
    digest: z.string().meta({ description: '确认时带回来' }),
    changed: z.boolean().meta({ description: 'false：日历已经是这样，没有要改的' }),
    years: z.array(z.int()),
    reason: z.string(),
    warnings: z.array(z.string()).meta({ description: '请对照原文；不妨碍导入' }),
    days: z.array(z.object({ date: day, working: z.boolean(), wasWorking: z.boolean(), name: z.string().nullable() })).meta({ description: '上班和休息对换的日子' }),
    cases: z.object({
      total: z.int().meta({ description: '期限或者“推算”标记会变的在办案件' }),
      moved: z.int().meta({ description: '其中最晚答复日会变的' }),
      byAuthority: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
      first: z
        .array(z.object({ number: z.string(), authorityId: z.string(), handlerName: z.string().nullable(), oldDueOn: dueOn, newDueOn: dueOn, wasProvisional: z.boolean(), provisional: z.boolean() }))
        .meta({ description: '前50件' }),
    }),
  })
  .meta({ id: 'CalendarPreview' })
export type PreviewAnswer = z.infer<typeof PreviewAnswer>

export const ChangedAnswer = z
  .object({
    changed: z.boolean().meta({ description: 'false：日历已经是这样，什么也没有做' }),
    importId: z.string().nullable().meta({ description: '写进案件经过的编号' }),
    revision: z.int(),
    version: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'CalendarChanged' })
