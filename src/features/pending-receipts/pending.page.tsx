/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { FORMS, WAYS } from '#case/words.ts'
import { momentText } from '#features/desk/index.ts'
import type { FileApplication } from '#features/intake/index.ts'
import type { UploadView } from '#features/uploads/index.ts'
import { describeUpload } from '#features/uploads/index.ts'
import { formatDateWithWeekday, formatTable } from '#law/civil-date.ts'
import { receiptOf } from '#law/disclosure-regulation/art31-receipt.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { maskEmail, maskMiddle } from '#platform/crypto/mask.ts'
import type { StaffCtx } from '#store/context.ts'
import { Badge } from '#ui/badge.tsx'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { ErrorSummary } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { AttemptForm, CloseForm, ConfirmForm, ContactForm } from './pending-forms.tsx'
import type { PendingPageProps } from './pending-view.ts'
import { channelName, citeOf, factSentence, meaningOf, STANDINGS } from './pending-words.ts'
import { triedOn, type Pending } from './pending-store.ts'
import { contactWasLost, standingOf } from './standing.decide.ts'

/** One letter or fax that waits: what it says, how to reach the applicant, and what confirming it today would come to. */
export function PendingPage(props: PendingPageProps) {
  const { ctx, pending, papers, values, errors, told, opened } = props
  const { row, application, events } = pending
  const tried = triedOn(pending)
  const standing = standingOf({ ...row, triedOn: tried }, ctx.today)
  const badge = STANDINGS[standing]
  if (application === null) return <EndedPage pending={pending} ctx={ctx} told={told} />
  return (
    <>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ field: `${values['form'] ?? ''}-${field}`, message }))} />
      {told !== null && <Notice tone={told.tone} title={told.title} live />}
      <Columns kind="window">
        <Stack>
          <Panel title={`${channelName(row.channel)}，${formatDateWithWeekday(row.arrivedOn)}到达`} end={<Badge tone={badge.tone} shape={badge.shape}>{badge.word}</Badge>} edge={standing === 'late' ? 'red' : 'amber'}>
            <p>{meaningOf(row.channel, standing, row.arrivedOn)} <Cite of={citeOf(row.channel)} /></p>
            <ConfirmForm {...props} />
          </Panel>
          <Panel title="申请" meta={opened === null ? '号码只显示头尾' : '全部号码，只显示这一次，已经记下来'}>
            <Facts application={application} opened={opened} papers={papers} />
            {opened === null && <ContactForm {...props} />}
          </Panel>
          <Panel title="没联系上，记一次" meta="到达当天联系过才算联系不上"><AttemptForm {...props} /></Panel>
          {ctx.actor.roles.includes('disclosure_officer') && <CloseForm {...props} />}
        </Stack>
        <Stack as="aside">
          <Panel title="今天确认，回执上会写"><IfConfirmedToday ctx={ctx} pending={pending} /></Panel>
          <Panel title="经过"><History ctx={ctx} events={events} /></Panel>
        </Stack>
      </Columns>
    </>
  )
}

function Facts({ application: asked, opened, papers }: { application: FileApplication; opened: FileApplication | null; papers: readonly UploadView[] }) {
  const hidden = (text: string | undefined) => (text === undefined ? undefined : opened === null ? maskMiddle(text) : text)
  const contact: readonly (readonly [string, string | undefined])[] = [
    ['证件号码', hidden(asked.documentNumber)], ['联系人', asked.contactName], ['电话', hidden(asked.phone)],
    ['通信地址', hidden(asked.address)], ['电子邮箱', asked.email === undefined ? undefined : opened === null ? maskEmail(asked.email) : asked.email],
    ['代理人', asked.agentName === undefined ? undefined : `${asked.agentName}，电话${hidden(asked.agentPhone) ?? '没有'}`],
  ]
  return (
    <DefinitionList items={[
      { term: '申请人', value: <b>{asked.name}</b> },
      ...contact.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value: <span class="zx-num">{value}</span> }])),
      { term: '所需信息', value: <span class="zx-typed">{asked.description}</span> },
      { term: '怎么给', value: `${FORMS[asked.form]}，${WAYS[asked.way]}` },
      papers.length > 0 && { term: '扫描件', value: papers.map((paper) => <p>{paper.name}　<span class="zx-meta">{describeUpload(paper)}</span></p>) },
    ]} />
  )
}

/** The receipt date and the last day for the answer, if the applicant is reached today. */
function IfConfirmedToday({ ctx, pending }: { ctx: StaffCtx; pending: Pending }) {
  const { channel, arrivedOn } = pending.row
  const lost = contactWasLost({ channel, arrivedOn, triedOn: triedOn(pending) }, ctx.today)
  const receipt = receiptOf({ channel, arrivedOn, confirmedOn: ctx.today, today: ctx.today, ...(lost ? { contactLost: true } : {}) })
  if (!receipt.ok) return <p>{receipt.refusal.message}</p>
  const folded = foldClock({ receivedOn: receipt.receivedOn, events: [], today: ctx.today, calendar: ctx.calendar })
  const dueOn = folded.ok ? folded.clock.dueOn : null
  return (
    <DefinitionList items={[
      { term: '收到日', value: <><p class="zx-lead"><b>{formatDateWithWeekday(receipt.receivedOn)}</b></p>{receipt.working.map(({ text }) => <p>{text}</p>)}<Cite of={receipt.cite} block /></> },
      dueOn !== null && { term: '最晚答复', value: <p class="zx-lead"><b>{formatDateWithWeekday(dueOn)}</b></p> },
    ]} />
  )
}

function History({ ctx, events }: { ctx: StaffCtx; events: Pending['events'] }) {
  return <Timeline entries={events.toReversed().map((event) => ({ when: formatTable(event.on), fact: factSentence(event), who: `${event.actorName}，${momentText(event.recordedAt, ctx.today)}记` }))} />
}

/** What became of one that waits no longer; its content is erased, the case has it. */
function EndedPage({ ctx, pending, told }: Pick<PendingPageProps, 'ctx' | 'pending' | 'told'>) {
  const last = pending.events.findLast(({ type }) => type === 'confirmed')
  return (
    <>
      {told !== null && <Notice tone={told.tone} title={told.title} live />}
      <Panel title={`${channelName(pending.row.channel)}，${formatDateWithWeekday(pending.row.arrivedOn)}到达`}>
        <p>{last?.type === 'confirmed' ? <>已经确认收到，登记为<a href={`/desk/cases/${last.number}`}>{last.number}</a>。</> : '已经定为不登记。'}</p>
        <History ctx={ctx} events={pending.events} />
      </Panel>
    </>
  )
}
