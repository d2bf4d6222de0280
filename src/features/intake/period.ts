import { dateOf, formatDate, type CivilDate } from '#law/civil-date.ts'
import { readDate } from '#platform/validation/date.ts'

/** A day, a month or a year as people know it: its first and its last day, and how it is written. */
export interface RoughDate {
  readonly first: CivilDate
  readonly last: CivilDate
  readonly words: string
}

/** Reads 2025年3月1日, 2025-03-01, 2025年3月, 2025-3, 2025年, 2025. Null when it is none. */
export function readRoughDate(text: string): RoughDate | null {
  const plain = text.normalize('NFKC').trim()
  const day = readDate(plain)
  if (day) return { first: day, last: day, words: formatDate(day) }
  const parts = /^(\d{4})\s*年?$/.exec(plain) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(plain)
  const [, year, month] = parts ?? []
  if (year === undefined || Number(year) < 1900) return null
  if (month === undefined) return { first: dateOf(Number(year), 1, 1), last: dateOf(Number(year), 12, 31), words: `${year}年` }
  const padded = month.padStart(2, '0')
  const last = [31, 30, 29, 28].map((end) => readDate(`${year}-${padded}-${end}`)).find((one) => one !== null)
  return last ? { first: dateOf(Number(year), Number(month), 1), last, words: `${year}年${Number(month)}月` } : null
}

interface Period {
  readonly periodFrom?: string | undefined
  readonly periodTo?: string | undefined
}

/** 信息形成时间：2025年1月至2025年3月1日. Null where neither end is given. */
export function periodText({ periodFrom, periodTo }: Period): string | null {
  const [from, to] = [periodFrom, periodTo].map((text) => (text === undefined ? null : (readRoughDate(text)?.words ?? null)))
  if (from && to) return `信息形成时间：${from === to ? from : `${from}至${to}`}`
  if (from) return `信息形成时间：${from}以后`
  return to ? `信息形成时间：${to}以前` : null
}

/** The period joins the description: it is part of what is asked, and stands wherever that stands. */
export function withPeriod<A extends Period & { readonly description: string }>(asked: A): Omit<A, keyof Period> {
  const { periodFrom, periodTo, ...rest } = asked
  const text = periodText({ periodFrom, periodTo })
  return text === null ? rest : { ...rest, description: `${asked.description}\n${text}` }
}
