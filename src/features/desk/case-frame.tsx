/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday, formatShort, yearOf, type CivilDate } from '#law/civil-date.ts'
import { STATUSES } from '#case/status.ts'
import { APPLICANT_KINDS, type ApplicantKind } from '#case/words.ts'
import { ClockBadge, Tag } from '#ui/badge.tsx'
import { CaseHead } from '#ui/case-head.tsx'
import type { CaseView } from './case-view.ts'

/** 公民, or 法人・商业企业 */
export function applicantKindText(kind: string): string {
  const name = APPLICANT_KINDS[kind as ApplicantKind] ?? kind
  return kind === 'natural_person' ? name : `法人・${name}`
}

/** Number, subject, kind, status, badge and due date of a case. */
export function CaseTop({ view, today }: { view: CaseView; today: CivilDate }) {
  const { row, state, clock } = view
  const tags = (
    <>
      <Tag>{applicantKindText(row.applicantKind)}</Tag>
      <Tag tone="primary">{STATUSES[state.status]}</Tag>
    </>
  )
  return <CaseHead number={row.number} subject={row.subject} tags={tags} badge={<ClockBadge clock={clock} long />} due={dueText(view, today)} />
}

function dueText({ clock, state }: CaseView, today: CivilDate): string {
  const near = (date: CivilDate) => (yearOf(date) === yearOf(today) ? formatShort(date) : formatDateWithWeekday(date))
  if (state.withdrawnOn !== null) return `${near(state.withdrawnOn)}撤回`
  if (state.joinedInto !== null) return `并进${state.joinedInto}`
  if (clock.endedOn !== null && clock.status === 'lapsed') return `${near(clock.endedOn)}到期，没有收到${clock.payBy === null ? '补正' : '缴费'}`
  if (clock.endedOn !== null) return `${near(clock.endedOn)}答复${clock.timely === false ? '，已超期' : ''}`
  if (clock.dueOn === null) return '期限不走'
  return `最晚${near(clock.dueOn)}${clock.provisional ? '（推算）' : ''}`
}
