import { APPLICANT_KINDS } from '#case/words.ts'
import { STATUSES } from '#case/status.ts'
import { addDays, dateOf, yearOf, type CivilDate } from '#law/civil-date.ts'
import { isBand } from './bands.ts'
import type { CaseFilter } from './filter.ts'

export const PAGE_SIZE = 50
/** Beyond this page a list wants a filter. */
export const LAST_PAGE = 20

/** 收到日 as one chooses it above a list. */
export const RECEIVED = { '7': '近7日', '30': '近30日', '90': '近90日', year: '今年' } as const

/** The query of a list page, as in the address: what is unknown or empty is left out. */
export type ListQuery = Readonly<Partial<Record<'clock' | 'open' | 'status' | 'unit' | 'kind' | 'received' | 'q' | 'page', string>>>

const NAMES = ['clock', 'open', 'status', 'unit', 'kind', 'received', 'q', 'page'] as const
const MAX_SEARCH = 60

/** Reads the address leniently: a page of a list is never an error. */
export function readQuery(read: (name: string) => string | undefined): ListQuery {
  const text = (name: (typeof NAMES)[number]) => read(name)?.normalize('NFC').trim() ?? ''
  const valid = {
    clock: (value: string) => isBand(value),
    open: (value: string) => value === 'yes' || value === 'no',
    status: (value: string) => Object.hasOwn(STATUSES, value),
    unit: (value: string) => value !== '' && value.length <= MAX_SEARCH && !value.includes('\0'),
    kind: (value: string) => Object.hasOwn(APPLICANT_KINDS, value),
    received: (value: string) => Object.hasOwn(RECEIVED, value),
    q: (value: string) => value !== '' && value.isWellFormed() && !value.includes('\0'),
    page: (value: string) => /^[1-9]\d?$/.test(value) && Number(value) <= LAST_PAGE,
  }
  return Object.fromEntries(NAMES.flatMap((name) => (valid[name](text(name)) ? [[name, [...text(name)].slice(0, MAX_SEARCH).join('')]] : [])))
}

export function filterOf(query: ListQuery, today: CivilDate): CaseFilter {
  return {
    ...(query.clock !== undefined && isBand(query.clock) ? { band: query.clock } : {}),
    ...(query.open === undefined ? {} : { open: query.open === 'yes' }),
    status: query.status,
    unitId: query.unit,
    applicantKind: query.kind,
    receivedFrom: receivedFrom(query.received, today),
    q: query.q,
  }
}

function receivedFrom(received: string | undefined, today: CivilDate): CivilDate | undefined {
  if (received === undefined) return undefined
  return received === 'year' ? dateOf(yearOf(today), 1, 1) : addDays(today, 1 - Number(received))
}

/** The address of the same list with some of its query changed; any change but of the page goes back to page 1. */
export function listAddress(path: string, query: ListQuery, change: ListQuery): string {
  const next = { ...query, page: undefined, ...change }
  const params = new URLSearchParams(Object.entries(next).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])))
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}
