/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { Phone } from '#features/portal/index.ts'
import { Button } from '#ui/button.tsx'
import { Csrf } from '#ui/form/index.ts'
import { LinkList, type LinkRow } from '#ui/lists.tsx'
import { Columns } from '#ui/panel.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { Tracker } from '#ui/tracker.tsx'
import { ClockSection } from './clock-section.tsx'
import { DoneNotice } from './done-notice.tsx'
import { Letters, OwnSupplements } from './papers-section.tsx'
import { RemedySection } from './remedy-section.tsx'
import { SiblingsSection } from './siblings-section.tsx'
import { statusPath } from './status-path.ts'
import type { StatusView } from './status-view.ts'
import { Todo } from './todo.tsx'

/** What an applicant sees of his case: to do, stage, last day with its working, letters, what he can do at any time. */
export function StatusPage({ csrf, done, ...view }: StatusView & { csrf: string; done: string | null }) {
  const { number, applicantName, subject, clock, stages, reply } = view
  const waits = view.state.status === 'awaiting_correction' || view.state.status === 'awaiting_payment'
  const tracker = <Section title="办到哪一步了"><Tracker stages={stages} /></Section>
  return (
    <>
      <DoneNotice {...view} done={done} />
      <div class="zx-page-head">
        <h1>申请 {number}</h1>
        <p class="zx-help">{applicantName}　{formatDateWithWeekday(clock.receivedOn)}收到</p>
      </div>
      <p>{subject}</p>
      {view.toldBy !== null && <p class="zx-meta">{view.toldBy}。</p>}
      <Todo {...view} csrf={csrf} />
      <SiblingsSection {...view} />
      {!waits && tracker}
      <ClockSection {...view} />
      {waits && tracker}
      {reply && <RemedySection reply={reply} />}
      <OwnSupplements {...view} />
      <div class="zx-section-block">
        <Columns kind="halves">
          <div><Letters {...view} /></div>
          <div>
            <h2>您随时可以</h2>
            <LinkList rows={anytime(view)} />
          </div>
        </Columns>
      </div>
      <form method="post" action="/status/leave" class="zx-section-block no-print">
        <Csrf token={csrf} />
        <Button>看完了，退出查询</Button>
      </form>
    </>
  )
}

function anytime({ authority, number, reply, can, state }: StatusView): LinkRow[] {
  const over = reply !== null || state.withdrawnOn !== null || state.joinedInto !== null
  const papers: LinkRow = can.addPapers.ok
    ? { label: '补充材料', href: statusPath(number, 'papers'), about: '能帮助查找的文件、照片' }
    : { label: '补充材料', about: can.addPapers.refusal.message }
  const withdraw: LinkRow = can.withdraw.ok
    ? { label: '撤回申请', href: statusPath(number, 'withdraw'), about: '撤回后不再办理，以后还可以重新申请' }
    : { label: '撤回申请', about: can.withdraw.refusal.message }
  return [
    ...(over ? [] : [papers, withdraw]),
    { label: <>问一问 <Phone number={authority.consultPhone} /></>, about: `${authority.officeHours}，说申请编号${number}` },
    {
      label: <>监督电话 <Phone number={authority.supervisePhone} /></>,
      about: over ? '对办理不满意，打这个电话' : '过了最晚答复日还没有答复，打这个电话',
    },
    { label: '再申请一件', href: '/apply/who', about: '一份申请写一件事' },
  ]
}
