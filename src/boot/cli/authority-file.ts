import * as z from 'zod'
import { line, optional } from '#platform/validation/text.ts'

const id = line({ label: '编号', max: 40 }).refine((text) => /^[a-z][a-z0-9-]{0,39}$/.test(text), { error: '编号用小写字母、数字和短横，以字母开头，例如 shiju' })
const phone = (label: string) => line({ label, max: 40 }).refine((text) => /\d{5}/.test(text.replace(/\D/g, '')), { error: `${label}要有号码` })

/** What is written down of an authority: its letterhead, its numbers and where its decisions are contested. */
export const AuthorityFile = z.strictObject({
  id,
  parentId: optional(id).transform((text) => text ?? null).describe('上级机关的编号；市局不写'),
  name: line({ label: '名称', max: 100 }),
  shortName: line({ label: '简称', max: 20 }),
  documentPrefix: line({ label: '发文字号的机关代字', max: 30 }),
  officeName: line({ label: '政府信息公开工作机构名称', max: 100 }),
  address: line({ label: '地址', max: 200 }),
  postcode: line({ label: '邮政编码', max: 6 }).refine((text) => /^\d{6}$/.test(text), { error: '邮政编码是6位数字' }),
  officeHours: line({ label: '办公时间', max: 100 }),
  consultPhone: phone('咨询电话'),
  supervisePhone: phone('监督电话'),
  complaintPhone: phone('投诉电话'),
  fax: optional(phone('传真')).transform((text) => text ?? null),
  reconsiderationAuthority: line({ label: '行政复议机关', max: 100 }),
  court: line({ label: '法院', max: 100 }),
  onlineReconsideration: optional(line({ label: '网上申请复议的渠道', max: 200 })).transform((text) => text ?? null),
  position: z.int().min(0).max(9999).default(0),
})
