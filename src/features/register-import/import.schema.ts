import * as z from 'zod'
import { FIELDS, FIELD_NAMES } from './fields.ts'

const text = z.string({ error: '要写成文字' }).max(200, { error: '太长' })

/** Which column each field stands in, by the name in the head; `=code` is the same for all lines. */
export const RegisterColumns = z
  .strictObject({
    sheet: z.int({ error: '哪一张表要写成数字，从0数起' }).min(0, { error: '哪一张表从0数起' }).default(0),
    headLine: z.int({ error: '表头在第几行要写成数字' }).min(1, { error: '行从1数起' }).optional(),
    mapping: z.record(z.string(), text, { error: '要写成{"number": "登记号", "channel": "=internet", …}' }).describe(`可以写的有${FIELD_NAMES.map((name) => `${name} ${FIELDS[name].label}`).join('、')}`),
  })
  .meta({ id: 'RegisterColumns' })

export const RegisterConfirmation = z
  .strictObject({
    digest: z.string({ error: '请写检查结果的digest' }).describe('检查结果里的digest：结果变了就不导入'),
    onlyGood: z.boolean({ error: '只能是true或者false' }).default(false).describe('有问题的行不导入，只导入没有问题的'),
  })
  .meta({ id: 'RegisterConfirmation' })

const nullable = z.string().nullable()

export const RegisterImportAnswer = z
  .object({
    id: z.string(),
    status: z.enum(['open', 'imported']),
    fileName: z.string(),
    madeByName: z.string(),
    madeAt: z.string(),
    expiresAt: z.string().meta({ description: '到这时没有导入，文件就清除' }),
    imported: z.int(),
    leftOut: z.int(),
    importedByName: nullable,
    importedAt: nullable,
    sheets: z.array(z.object({ name: z.string(), rows: z.int() })).nullable().meta({ description: 'null：文件已经清除' }),
    columns: z.object({ sheet: z.int(), headLine: z.int(), heads: z.array(z.string()), mapping: z.record(z.string(), z.string()), faults: z.array(z.object({ field: z.string(), message: z.string() })) }).nullable(),
    report: z
      .object({
        digest: z.string(),
        good: z.int(),
        faulty: z.int(),
        passedOver: z.array(z.int()).meta({ description: '不当作登记的行：没有登记号、申请人、收到日期，或者是重复的表头' }),
        faults: z.array(z.object({ line: z.int(), field: nullable, column: nullable, message: z.string() })).meta({ description: '最多1,000条，不带原文；改好原来的表再传' }),
      })
      .nullable()
      .meta({ description: 'null：列还没有定，或者已经导入' }),
  })
  .meta({ id: 'RegisterImport' })
export type RegisterImportAnswer = z.infer<typeof RegisterImportAnswer>

export const RegisterImportDone = z.object({ imported: z.int(), leftOut: z.int(), already: z.boolean().meta({ description: '以前已经导入过，这次什么也没有做' }) }).meta({ id: 'RegisterImportDone' })

/** The form that brings the file, as OpenAPI describes it. */
export const FILE_FORM = { type: 'object' as const, required: ['file'], properties: { file: { type: 'string' as const, format: 'binary', description: 'xlsx或者csv，最大10MB、20,000行' } } }
