/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { APPLICANT_KINDS, DOCUMENT_TYPES, FORMS, WAYS } from '#case/words.ts'
import type { Clock } from '#law/clock-types.ts'
import { art } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { describeUpload, type UploadView } from '#features/uploads/index.ts'
import { maskMiddle } from '#platform/crypto/mask.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { citesOf } from '#ui/clock/index.ts'
import { DefinitionList, type Definition } from '#ui/definition-list.tsx'
import { Csrf, HiddenField } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { StepBar } from '#ui/steps.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { PAPERS, type PaperField } from './apply-papers.ts'
import { itemsIn } from './items.ts'
import { STEP_TITLES, STEPS, type StepKey } from './apply-steps.ts'
import { agentOf, type FileApplication } from './file-application.schema.ts'

export interface CheckView {
  readonly application: FileApplication
  /** Papers that go with it; null where none can be taken. */
  readonly papers: readonly UploadView[] | null
  /** What an agent should bring and has not. */
  readonly missing: readonly string[]
  readonly authority: Authority
  /** Clock of an application filed today. */
  readonly clock: Clock
  readonly csrf: string
  readonly submissionKey: string
  /** The answers changed after the page was shown, so nothing was filed. */
  readonly changed: boolean
}

const text = (value: string | undefined) => value ?? <span class="zx-meta">没有写</span>

function sections({ application: asked, authority, papers }: CheckView): ReadonlyArray<{ step: StepKey; items: readonly (Definition | false)[] }> {
  return [
    {
      step: 'who',
      items: [
        { term: '向谁申请', value: authority.name },
        { term: '申请人', value: `${asked.name}（${APPLICANT_KINDS[asked.applicantKind]}）` },
        { term: DOCUMENT_TYPES[asked.documentType], value: maskMiddle(asked.documentNumber) },
        ...paperItems(papers, ['identityPaper']),
        ...agentItems(asked),
        ...paperItems(papers, ['authorisation', 'agentIdentity']),
      ],
    },
    {
      step: 'contact',
      items: [
        asked.contactName !== undefined && { term: '联系人', value: asked.contactName },
        { term: '电话', value: text(asked.phone) },
        { term: '电子邮箱', value: text(asked.email) },
        { term: '通信地址', value: asked.address === undefined ? text(undefined) : `${asked.address}${asked.postcode ? `（邮编${asked.postcode}）` : ''}` },
      ],
    },
    {
      step: 'what',
      items: [
        { term: '信息名称', value: text(asked.subject) },
        { term: '文号', value: text(asked.documentRef) },
        { term: '具体描述', value: <div class="zx-typed">{asked.description}</div> },
        ...paperItems(papers, ['attachments']),
      ],
    },
    { step: 'how', items: [{ term: '形式', value: FORMS[asked.form] }, { term: '途径', value: WAYS[asked.way] }] },
  ]
}

function agentItems(asked: FileApplication): Definition[] {
  const agent = agentOf(asked)
  if (agent === null) return []
  return [
    { term: '代理人', value: agent.name },
    { term: '代理人证件', value: <>{maskMiddle(agent.documentNumber)}<span class="zx-meta">（{DOCUMENT_TYPES[agent.documentType]}）</span></> },
    { term: '代理人电话', value: agent.phone },
  ]
}

function paperItems(papers: CheckView['papers'], fields: readonly PaperField[]): Definition[] {
  return fields.flatMap((field) => {
    const own = (papers ?? []).filter((paper) => paper.field === field)
    return own.length === 0 ? [] : [{ term: PAPERS[field].short, value: <>{own.map((paper) => <p>{paper.name}<span class="zx-meta">（{describeUpload(paper)}）</span></p>)}</> }]
  })
}

/** What is told before filing and stops nobody: papers that an agent has not brought, several things in one application. */
function Beforehand({ application, missing }: CheckView) {
  const items = itemsIn(application.description)
  if (missing.length === 0 && items === 1) return null
  return (
    <div class="zx-beforehand">
      {missing.length > 0 && (
        <Notice tone="amber" title={`还没有传：${missing.join('、')}`}>
          <p>代别人申请的要有这些。可以<a href="/apply/who?back=check">现在传</a>，也可以先提交：提交以后会请您补正一次，答复期限从收到补正那天起算。 <Cite of={art('711', 30)} form="full" /></p>
        </Notice>
      )}
      {items > 1 && (
        <Notice title={`您写了${items}样`}>
          <p>是互不相干的几件事的，可能按“一事一申请”分成几件登记，每件有自己的编号和最晚答复日，分开了会告诉您。 <Cite of={art('109', 4)} form="full" /></p>
        </Notice>
      )}
    </div>
  )
}

/** Step 5: everything once more, then one button. */
export function CheckPage(view: CheckView) {
  const { clock, csrf, submissionKey, changed } = view
  return (
    <div class="zx-form-column">
      <StepBar steps={STEP_TITLES} current={5} />
      {changed && <Notice tone="amber" title="还没有提交" live><p>内容在别的页面改过了，请再核对一遍。</p></Notice>}
      <h1>核对提交</h1>
      <p class="zx-help">看看有没有写错。提交以后要改，打咨询电话。</p>
      {sections(view).map(({ step, items }) => (
        <section class="zx-check-block">
          <Panel title={STEPS[step].title} end={<a href={`/apply/${step}?back=check`}>改<span class="zx-sr">“{STEPS[step].title}”</span></a>}>
            <DefinitionList items={items} />
          </Panel>
        </section>
      ))}
      <Beforehand {...view} />
      <Panel tinted title="今天提交，最晚哪天答复">
        <p class="zx-key-date">{formatDateWithWeekday(clock.dueOn!)}</p>
        <p>网上提交，系统当时自动确认，今天就是收到日。{clock.working.map((step) => step.text).join('；')}。</p>
        <p><Cite of={citesOf(clock)} form="full" /></p>
      </Panel>
      <form method="post" action="/apply/check">
        <Csrf token={csrf} />
        <HiddenField name="key" value={submissionKey} />
        <Buttons note="提交以后当场给您申请编号和查询码。">
          <Button kind="primary">提交申请</Button>
          <Button href="/apply/how">返回上一步</Button>
        </Buttons>
      </form>
    </div>
  )
}
