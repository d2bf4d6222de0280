/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { APPLICANT_KINDS, DOCUMENT_TYPES } from '#case/words.ts'
import { art } from '#law/citation.ts'
import { Phone } from '#features/portal/index.ts'
import { Cite } from '#ui/cite.tsx'
import { errorOf, Radios, Select, TextField } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import { StepFrame, type StepView } from './apply-frame.tsx'

const KIND_LABELS: Record<string, string> = { ...APPLICANT_KINDS, other_organization: '其他单位' }
const FEW = 6

/** Step 1: to whom, and who asks (条例第二十九条第二款第一项). */
export function WhoPage(view: StepView) {
  const { values, errors, phone } = view
  const at = (field: string) => ({ value: values[field], error: errorOf(errors, field) })
  return (
    <StepFrame {...view} step="who" help="申请要写明申请人和身份证明，答复时要核对。">
      <Notice title="自己写有困难的，可以口头申请">
        <p>打 <Phone number={phone} /> 或者到服务窗口说，由工作人员代为填写。 <Cite of={art('711', 29, 1)} form="full" /></p>
      </Notice>
      <AuthorityChoice {...view} />
      <Radios name="applicantKind" label="申请人是" columns={2} error={at('applicantKind').error} value={values['applicantKind'] ?? 'natural_person'} options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))} />
      <TextField name="name" label="姓名或者名称" help="和证件上的一样" autocomplete="name" required {...at('name')} />
      <Radios name="documentType" label="用什么证件" columns={2} error={at('documentType').error} value={values['documentType'] ?? 'resident_id'} options={Object.entries(DOCUMENT_TYPES).map(([value, label]) => ({ value, label, ...(value === 'credit_code' ? { hint: '单位选这个' } : {}) }))} />
      <TextField name="documentNumber" label="证件号码" help="居民身份证18位，最后一位是X的写X；单位写18位统一社会信用代码。号码加密保存。" autocomplete="off" width="half" required {...at('documentNumber')} />
    </StepFrame>
  )
}

function AuthorityChoice({ values, errors, authorities }: StepView) {
  if (authorities.length < 2) return null
  const props = { name: 'authorityId', label: '向哪个机关申请', help: '信息是哪个机关制作或者保存的，就向哪个机关申请。拿不准的，选第一个。', error: errorOf(errors, 'authorityId') }
  const value = values['authorityId'] ?? authorities[0]?.id
  if (authorities.length > FEW) return <Select {...props} value={value} options={authorities.map(({ id, name }) => ({ value: id, label: name }))} />
  return <Radios {...props} value={value} options={authorities.map(({ id, name, address }) => ({ value: id, label: name, hint: address }))} />
}
