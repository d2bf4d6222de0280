/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import type { LetterFacts } from '#features/letters/index.ts'
import { Phone } from '#features/portal/index.ts'
import { Button } from '#ui/button.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { Csrf } from '#ui/form/index.ts'
import { LinkList } from '#ui/lists.tsx'
import { Columns } from '#ui/panel.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { Tracker } from '#ui/tracker.tsx'
import { ClockSection } from './clock-section.tsx'
import { RemedySection } from './remedy-section.tsx'
import type { StatusView } from './status-view.ts'
import { letterHref, Todo } from './todo.tsx'

/** What an applicant sees of his case: to do, stage, last day with its working, letters. */
export function StatusPage({ csrf, ...view }: StatusView & { csrf: string }) {
  const { number, applicantName, subject, clock, stages, letters, reply, today, dateChanges } = view
  return (
    <>
      <div class="zx-page-head">
        <h1>申请 {number}</h1>
        <p class="zx-help">{applicantName}　{formatDateWithWeekday(clock.receivedOn)}收到</p>
      </div>
      <p>{subject}</p>
      <Todo {...view} />
      <Section title="办到哪一步了"><Tracker stages={stages} /></Section>
      <ClockSection clock={clock} today={today} dateChanges={dateChanges} />
      {reply && <RemedySection reply={reply} />}
      <div class="zx-section-block">
        <Columns kind="halves">
          <div>
            <h2>文书</h2>
            <LinkList rows={letters.map((letter) => letterRow(number, letter, today))} />
            {!reply && <p class="zx-meta zx-form-note">答复书：办好后放在这里</p>}
          </div>
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

function letterRow(number: string, { id, title, documentNumber, issuedOn, status, pages }: LetterFacts, today: CivilDate) {
  const label = documentNumber === null ? title : `${title}（${documentNumber}）`
  const made = status === 'stored' ? `PDF，${pages ?? 1}页` : status === 'queued' ? 'PDF正在生成，过几秒就能看' : 'PDF没有生成出来，工作人员正在处理'
  const about = `${nearDate(issuedOn, today)}，${made}`
  if (status !== 'stored') return { label, about }
  const href = letterHref(number, id)
  return { label, href, about, end: <Button small href={`${href}?download=1`}>下载<span class="zx-sr">{title}</span></Button> }
}

function anytime({ authority, number, reply }: StatusView) {
  return [
    { label: <>问一问 <Phone number={authority.consultPhone} /></>, about: `${authority.officeHours}，说申请编号${number}` },
    {
      label: <>监督电话 <Phone number={authority.supervisePhone} /></>,
      about: reply ? '对办理不满意，打这个电话' : '过了最晚答复日还没有答复，打这个电话',
    },
    { label: '再申请一件', href: '/apply/who', about: '一份申请写一件事' },
  ]
}
