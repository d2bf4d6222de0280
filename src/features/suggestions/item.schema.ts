import * as z from 'zod'
import { dateText } from '#platform/validation/date.ts'
import { line, optional, paragraph } from '#platform/validation/text.ts'

export const KINDS = { published: '已经公开', catalogue: '公开目录' } as const

const address = line({ label: '网址', max: 1000 }).refine(isWebAddress, { error: '网址要以http://或者https://开头，例如https://www.example.gov.cn/2026/1.html' })

const fields = {
  kind: z.enum(['published', 'catalogue'], { error: () => '请选择类别：已经公开、公开目录' }).describe('published 已经公开的；catalogue 公开目录里的'),
  title: line({ label: '名称', max: 200 }),
  documentRef: optional(line({ label: '文号', max: 100 })).describe('文号；同一机关里不重复'),
  summary: optional(paragraph({ label: '内容概述', max: 1000 })),
  url: optional(address).describe('在哪里能看到；已经公开的必须有'),
  publishedOn: optional(dateText('公开日期')).describe('公开日期；目录里的写生成日期'),
  indexNumber: optional(line({ label: '索引号', max: 100 })),
}

function checkAddress(item: { kind: string; url?: string | undefined }, ctx: z.RefinementCtx): void {
  if (item.kind === 'published' && item.url === undefined) ctx.addIssue({ code: 'custom', path: ['url'], message: '已经公开的要写网址，申请人才看得到' })
}

/** One item as people or files give it (条例第十二条第三款: 索引、名称、内容概述、生成日期). */
export const ItemInput = z.strictObject(fields).superRefine(checkAddress).meta({ id: 'PublishedItemInput' })
export type ItemInput = z.output<typeof ItemInput>

/** The same over the API when something stands already: with the version that was seen. */
export const ItemChange = z
  .strictObject({ ...fields, version: z.int({ error: '要写看到的版本，是整数' }).min(1, { error: '版本从1起' }).describe('看到的版本；别人改过就不再保存') })
  .superRefine(checkAddress)
  .meta({ id: 'PublishedItemChange' })

/** Only what a browser opens as a page, and no address that carries a name and password. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}\\]+$/u.test(text) || !URL.canParse(text)) return false
  const { username, password, hostname } = new URL(text)
  return username === '' && password === '' && hostname !== ''
}
