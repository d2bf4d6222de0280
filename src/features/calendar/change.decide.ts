import type { YearArrangement } from '#law/calendar/arrangements.ts'
import { bookAt, type CalendarHistory, type DeclaredDayOff } from '#law/calendar/calendar-book.ts'
import { checkArrangement } from '#law/calendar/check-arrangement.ts'
import { civilDate, daysBetween, formatDateWithWeekday, yearOf, type CivilDate } from '#law/civil-date.ts'
import type { ChangeRequest } from './change.schema.ts'

/** What a change comes to; nothing is written yet. */
export interface Plan {
  readonly kind: ChangeRequest['kind']
  /** True: the calendar is like that already. */
  readonly unchanged: boolean
  /** Years in which days may count differently. */
  readonly years: readonly number[]
  readonly arrangements: readonly YearArrangement[]
  /** Fits 因为…. */
  readonly reason: string
  readonly warnings: readonly string[]
  /** As it would be afterwards, one revision on. */
  readonly after: CalendarHistory
}

export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly errors: readonly { readonly field: string; readonly message: string }[] }

/** What is known when a change is judged. */
export interface Known {
  readonly history: CalendarHistory
  readonly today: CivilDate
  readonly authorityIds: readonly string[]
}

/** Judges a change against what is declared so far. */
export function planChange(request: ChangeRequest, known: Known): Planned {
  switch (request.kind) {
    case 'import':
      return planImport(request.years, known)
    case 'day_off':
      return planDayOff(request, known)
    case 'revocation':
      return planRevocation(request.id, known)
  }
}

function planImport(years: Extract<ChangeRequest, { kind: 'import' }>['years'], { history }: Known): Planned {
  const inForce = new Map(bookAt(history).arrangements.map((each) => [each.year, each]))
  const known = new Set(inForce.keys())
  const errors: { field: string; message: string }[] = []
  const warnings: string[] = []
  const fresh: YearArrangement[] = []
  for (const [name, { notice, off, work }] of Object.entries(years).sort(([a], [b]) => a.localeCompare(b))) {
    const year = Number(name)
    if (sameArrangement(inForce.get(year), { notice, off, work })) continue
    const { faults, warnings: said } = checkArrangement({ year, off, work }, known)
    errors.push(...faults.map(({ path, message }) => ({ field: path === 'year' ? `years.${name}` : `years.${name}.${path}`, message })))
    warnings.push(...said.map((text) => `${year}年：${text}`))
    known.add(year)
    if (faults.length === 0) fresh.push({ year, notice, off: off.map(civilDate).sort(), work: work.map(civilDate).sort() })
  }
  if (errors.length > 0) return { ok: false, errors }
  const reason = importReason(fresh.map(({ year }) => year), new Set(inForce.keys()))
  if (fresh.length === 0) return planned({ ...nothing('import', history), reason })
  const revision = history.revision + 1
  const after = { ...history, revision, imports: [...history.imports, ...fresh.map((each) => ({ ...each, revision }))] }
  return planned({ kind: 'import', unchanged: false, years: fresh.map(({ year }) => year), arrangements: fresh, reason, warnings, after })
}

function sameArrangement(one: YearArrangement | undefined, other: { readonly notice: readonly string[]; readonly off: readonly string[]; readonly work: readonly string[] }): boolean {
  if (one === undefined) return false
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && [...a].sort().every((text, index) => text === [...b].sort()[index])
  return same(one.off, other.off) && same(one.work, other.work) && same(one.notice, other.notice)
}

function importReason(years: readonly number[], known: ReadonlySet<number>): string {
  const list = (chosen: readonly number[]) => chosen.map((year) => `${year}年`).join('、')
  const fresh = years.filter((year) => !known.has(year))
  const mended = years.filter((year) => known.has(year))
  return [...(fresh.length > 0 ? [`国务院公布${list(fresh)}放假安排`] : []), ...(mended.length > 0 ? [`${list(mended)}放假安排有更正`] : [])].join('，')
}

/** How far from today an emergency day off may lie: further away it is a slip of the finger. */
const MOST_DAYS = 366

function planDayOff({ date, name, authorityId }: Extract<ChangeRequest, { kind: 'day_off' }>, { history, today, authorityIds }: Known): Planned {
  const scope = authorityId ?? null
  const said = formatDateWithWeekday(date)
  const standing = history.daysOff.filter((day) => day.revokedRevision === null && day.date === date)
  const mine = standing.find((day) => day.authorityId === scope)
  const wrong = (field: string, message: string): Planned => ({ ok: false, errors: [{ field, message }] })
  if (scope !== null && !authorityIds.includes(scope)) return wrong('authorityId', '没有这个机关，请重新选择')
  if (Math.abs(daysBetween(today, date)) > MOST_DAYS) return wrong('date', `${said}离今天超过一年，请核对`)
  if (mine && mine.name === name) return planned({ ...nothing('day_off', history), reason: dayOffReason(date, name) })
  if (mine) return wrong('date', `${said}已经登记为${mine.name ?? '临时'}放假；要改，先撤销`)
  const all = standing.find((day) => day.authorityId === null)
  if (all) return wrong('date', `${said}全部机关都已经放假（${all.name ?? '临时'}）`)
  const before = bookAt(history).of(scope ?? '').kindOf(date)
  if (!before.working) return wrong('date', `${said}${before.kind === 'weekend' ? '是周末' : `${before.name ?? ''}放假`}，本来就不上班`)
  const revision = history.revision + 1
  const fresh: DeclaredDayOff = { id: '', date, name, authorityId: scope, declaredRevision: revision, revokedRevision: null }
  return planned({ kind: 'day_off', unchanged: false, years: [yearOf(date)], arrangements: [], reason: dayOffReason(date, name), warnings: [], after: { ...history, revision, daysOff: [...history.daysOff, fresh] } })
}

function planRevocation(id: string, { history }: Known): Planned {
  const day = history.daysOff.find((each) => each.id === id)
  if (!day) return { ok: false, errors: [{ field: 'id', message: '没有这次临时放假' }] }
  const reason = `撤销${formatDateWithWeekday(day.date)}的${day.name ?? '临时'}放假`
  if (day.revokedRevision !== null) return planned({ ...nothing('revocation', history), reason })
  const revision = history.revision + 1
  const daysOff = history.daysOff.map((each) => (each.id === id ? { ...each, revokedRevision: revision } : each))
  return planned({ kind: 'revocation', unchanged: false, years: [yearOf(day.date)], arrangements: [], reason, warnings: [], after: { ...history, revision, daysOff } })
}

function dayOffReason(date: CivilDate, name: string): string {
  return `${formatDateWithWeekday(date)}${name}放假`
}

function nothing(kind: Plan['kind'], history: CalendarHistory): Omit<Plan, 'reason'> {
  return { kind, unchanged: true, years: [], arrangements: [], warnings: [], after: history }
}

function planned(plan: Plan): Planned {
  return { ok: true, plan }
}
