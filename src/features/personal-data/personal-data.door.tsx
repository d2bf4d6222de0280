/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import * as z from 'zod'
import type { CommandDoor } from '#features/desk/index.ts'
import type { Personal } from '#store/applicant.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { errorOf, TextField } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { openPersonalData } from './open.ts'
import { OpenPersonalData } from './open.schema.ts'
import { personalRows } from './personal-rows.ts'

interface Opened {
  readonly applicantName: string
  readonly documentType: string
  /** Null after the data has been erased. */
  readonly personal: Personal | null
}

const text = z.string().nullable()
const PersonalData = z
  .object({
    version: z.int(),
    applicantName: z.string(),
    documentType: z.string(),
    personal: z.object({ documentNumber: z.string(), contactName: text, phone: text, email: text, address: text, postcode: text,
      agent: z.object({ name: z.string(), documentType: z.string(), documentNumber: z.string(), phone: z.string() }).nullable().describe('代理人；自己申请的为null') }).nullable(),
  })
  .meta({ id: 'PersonalData' })

/** 查看全部 as page and JSON route: the answer is seen once, that it was opened stays in the case. */
export const personalDataDoor: CommandDoor<typeof OpenPersonalData, Opened> = {
  command: 'open_personal_data',
  page: 'personal-data',
  route: 'personal-data',
  schema: OpenPersonalData,
  button: '查看全部',
  about: '证件号码、电话、地址的全部数字；查看会记进案件经过',
  cite: null,
  labels: { reason: '查看事由' },
  run: (ctx, target, input) => openPersonalData(ctx, target, input),
  fields: ({ values, errors }) => (
    <TextField name="reason" label="查看事由" help="例如：电话联系申请人，确认邮寄地址" value={values['reason'] ?? ''} error={errorOf(errors, 'reason')} autocomplete="off" />
  ),
  aside: () => (
    <Notice title="谁看过，都有记录">
      <p>您的姓名、时间和事由写进案件经过，不能删改。内容只显示这一次，再看要再写事由。</p>
    </Notice>
  ),
  result: (_ctx, { applicantName, documentType, personal }) => (
    <Panel title="申请人的全部信息" meta="只显示这一次，已记进案件经过" edge="amber">
      {personal === null ? <p>个人信息已按规定清除。</p> : <DefinitionList items={[{ term: '申请人', value: applicantName }, ...personalRows(documentType, personal)]} />}
    </Panel>
  ),
  answer: {
    schema: PersonalData,
    of: ({ saved, applicantName, documentType, personal }) => ({ version: saved.row.version, applicantName, documentType, personal }),
  },
}
