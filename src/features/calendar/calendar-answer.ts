import { calendarView, importOf, type CalendarView } from './calendar-view.ts'
import type { CalendarAnswer, PreviewAnswer } from './calendar.schema.ts'
import type { ChangePreview } from './preview-change.ts'
import type { Queryable } from '#platform/db/connect.ts'

/** The calendar as the API tells it. */
export async function calendarAnswer(tx: Queryable): Promise<CalendarAnswer> {
  const view = await calendarView(tx)
  const { book, daysOff, changes } = view
  return {
    version: book.common.version,
    revision: book.revision,
    knownUntil: view.knownUntil,
    years: book.arrangements.map((each) => yearAnswer(view, each)),
    localDaysOff: daysOff.map(({ id, date, name, reason, authorityId, revokedRevision }) => ({ id, date, name, reason, authorityId, revoked: revokedRevision !== null })),
    changes: changes.map(({ revision, id, kind, reason, madeByName, madeAt, looked, changed, doneAt }) => ({
      revision, importId: id, kind, reason, madeBy: madeByName, madeAt, looked, changed, done: doneAt !== null,
    })),
  }
}

function yearAnswer(view: CalendarView, { year, notice, off, work }: CalendarView['book']['arrangements'][number]): CalendarAnswer['years'][number] {
  const imported = importOf(view, year)
  return {
    year,
    source: imported === null ? 'software' : 'import',
    notice: [...notice],
    off: off.map((date) => ({ date, name: view.book.common.kindOf(date).name })),
    work: [...work],
    importedBy: imported?.madeByName ?? null,
    importedAt: imported?.madeAt ?? null,
  }
}

/** A preview as the API tells it. */
export function previewAnswer({ digest, plan, days, total, moved, byAuthority, first }: ChangePreview): PreviewAnswer {
  return {
    digest,
    changed: !plan.unchanged,
    years: [...plan.years],
    reason: plan.reason,
    warnings: [...plan.warnings],
    days: days.map(({ date, before, after }) => ({ date, working: after.working, wasWorking: before.working, name: after.name })),
    cases: {
      total,
      moved,
      byAuthority: byAuthority.map((one) => ({ ...one })),
      first: first.map(withoutNoticeDate),
    },
  }
}

/** The correction notice's day stands in the table of the page only. */
function withoutNoticeDate<T extends { readonly correctionNoticeDueOn: unknown }>(one: T): Omit<T, 'correctionNoticeDueOn'> {
  return Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'correctionNoticeDueOn')) as Omit<T, 'correctionNoticeDueOn'>
}
