/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { errorOf, Radios, TextField } from '#ui/form/index.ts'
import type { StepView } from './apply-frame.tsx'
import { PaperInput } from './apply-paper-input.tsx'
import { AGENT_DOCUMENTS } from './file-application.schema.ts'

/** 代理: who acts for the applicant, and by what authority. */
export function AgentFields({ view }: { view: StepView }) {
  const { values, errors } = view
  const at = (field: string) => ({ value: values[field], error: errorOf(errors, field) })
  return (
    <>
      <TextField name="agentName" label="您的姓名" help="和证件上的一样" autocomplete="off" {...at('agentName')} />
      <Radios name="agentDocumentType" label="您用什么证件" columns={2} error={at('agentDocumentType').error} value={values['agentDocumentType'] ?? 'resident_id'} options={Object.entries(AGENT_DOCUMENTS).map(([value, label]) => ({ value, label }))} />
      <TextField name="agentDocumentNumber" label="您的证件号码" help="加密保存" autocomplete="off" width="half" {...at('agentDocumentNumber')} />
      <TextField name="agentPhone" label="您的电话" help="有疑问打这个电话" type="tel" inputmode="tel" autocomplete="off" width="half" {...at('agentPhone')} />
      <PaperInput view={view} field="authorisation" mark="要传，现在没有的可以后补" help="写明委托谁、办什么、有委托人的签名或者盖章。拍照就行。现在没有的也能提交，但会请您补正，答复期限从收到补正那天起算。" />
      <PaperInput view={view} field="agentIdentity" mark="要传，现在没有的可以后补" help="您自己的证件，有照片的一面。委托人的证件传在上面“申请人的身份证明”里。" />
    </>
  )
}
