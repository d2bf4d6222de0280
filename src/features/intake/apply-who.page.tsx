/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { APPLICANT_KINDS, DOCUMENT_TYPES } from '#case/words.ts'
import { art } from '#law/citation.ts'
import { Phone } from '#features/portal/index.ts'
import { Cite } from '#ui/cite.tsx'
import { errorOf, Radios, Select, TextField } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import { AgentFields } from './apply-agent.tsx'
import { StepFrame, type StepView } from './apply-frame.tsx'
import { PaperInput } from './apply-paper-input.tsx'

const KIND_LABELS: Record<string, string> = { ...APPLICANT_KINDS, other_organization: '其他单位' }
const FEW = 6

/** Step 1: to whom, who asks, and who acts for him (条例第二十九条第二款第一项). */
export function WhoPage(view: StepView) {
  const { values, errors, phone } = view
  const at = (field: string) => ({ value: values[field], error: errorOf(errors, field) })
  return (
    <StepFrame {...view} step="who" help={<>申请要写明申请人和身份证明，答复时要核对。不问用途。 <Cite of={art('711', 29, 2, 1)} form="full" /></>}>
      <Notice title="自己写、自己看有困难的，我们帮您">
        <p>写字有困难的，打 <Phone number={phone} /> 或者到服务窗口口头说，由工作人员代为填写。看不清、听不清的，也打这个电话，<a href="/guide#help">可以念给您听、给您大字文书</a>。 <Cite of={[art('711', 29, 1), art('711', 43)]} form="full" /></p>
      </Notice>
      <AuthorityChoice {...view} />
      <Radios name="applicantKind" label="申请人是" help="谁要这份信息就选谁。单位申请的，年度报告按这几类统计。" columns={2} error={at('applicantKind').error} value={values['applicantKind'] ?? 'natural_person'} options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))} />
      <TextField name="name" label="姓名或者名称" help="和证件上的一样" autocomplete="name" required {...at('name')} />
      <Radios name="documentType" label="用什么证件" help="有效的就行，不用原件。" columns={2} error={at('documentType').error} value={values['documentType'] ?? 'resident_id'} options={Object.entries(DOCUMENT_TYPES).map(([value, label]) => ({ value, label, ...(value === 'credit_code' ? { hint: '单位选这个' } : {}) }))} />
      <TextField name="documentNumber" label="证件号码" help="居民身份证18位，最后一位是X的写X；单位写18位统一社会信用代码。号码加密保存，工作人员平时只看得到头尾各两位。" autocomplete="off" width="half" required {...at('documentNumber')} />
      <PaperInput view={view} field="identityPaper" mark="可以不传" help="身份证有照片的一面，或者营业执照。不传也照样登记；要核对身份才能答复的（例如涉及您本人的信息），会请您补一次。只用来核对身份，加密保存，随案卷保管期满一起删去；没有提交的草稿30天没有动就删去。" />
      <Radios name="forWhom" label="谁来办这件事" error={at('forWhom').error} value={values['forWhom'] ?? 'self'} options={[
        { value: 'self', label: '自己申请', hint: '单位的工作人员替本单位填写，也选这个' },
        { value: 'other', label: '代别人申请', hint: '上面写委托您的人，这里写您自己', children: <AgentFields view={view} /> },
      ]} />
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
