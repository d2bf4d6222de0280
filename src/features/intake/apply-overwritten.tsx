/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { clockTime } from '#features/portal/index.ts'
import { APPLICANT_KINDS, DOCUMENT_TYPES, FORMS, WAYS } from '#case/words.ts'
import type { Instant } from '#law/instant.ts'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { HiddenField } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import type { Overwritten } from './draft-merge.ts'

export interface OverwrittenView {
  readonly fields: readonly Overwritten[]
  /** When the other device wrote. */
  readonly at: Instant
  /** What it wrote, sealed, for taking it back. */
  readonly theirs: string
}

const LABELS: Record<string, string> = {
  authorityId: '向哪个机关申请', applicantKind: '申请人是', name: '姓名或者名称', documentType: '用什么证件', documentNumber: '证件号码', forWhom: '谁来办',
  agentName: '代理人姓名', agentDocumentType: '代理人的证件', agentDocumentNumber: '代理人的证件号码', agentPhone: '代理人电话', contactName: '联系人', phone: '电话',
  email: '电子邮箱', address: '通信地址', postcode: '邮政编码', subject: '信息名称', documentRef: '文号', description: '具体描述', periodFrom: '开始日期',
  periodTo: '截止日期', form: '要什么形式', way: '怎么给您',
}
const WORDS: Record<string, string> = { ...APPLICANT_KINDS, ...DOCUMENT_TYPES, ...FORMS, ...WAYS, self: '自己申请', other: '代别人申请' }

/** Two devices wrote the same field: the newest text stays, the other one is shown and can be taken back. */
export function OverwrittenNotice({ fields, at, theirs }: OverwrittenView) {
  return (
    <Notice tone="amber" title={`另一台设备或者另一个窗口在${clockTime(at)}也改过这一步`} live>
      <p>现在存的是您刚才写的。那边写的是：</p>
      <DefinitionList items={fields.map(({ field, theirs: text }) => ({ term: LABELS[field] ?? field, value: text === '' ? '没有写' : <div class="zx-typed">{WORDS[text] ?? text}</div> }))} />
      <HiddenField name="theirs" value={theirs} />
      <div class="zx-buttons"><Button name="action" value="theirs">换成那边写的</Button></div>
    </Notice>
  )
}
