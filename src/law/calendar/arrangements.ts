import { civilDate, type CivilDate } from '../civil-date.ts'
import published from './arrangements.json' with { type: 'json' }

/** The State Council's arrangement of one year: `off` are days off, `work` weekend days that are worked (调休). */
export interface YearArrangement {
  readonly year: number
  /** Addresses of the notices. */
  readonly notice: readonly string[]
  readonly off: readonly CivilDate[]
  readonly work: readonly CivilDate[]
}

/** The published shape of one year, as in `arrangements.json` and in an import by the administrator. */
export interface PublishedArrangement {
  readonly notice: readonly string[]
  readonly off: readonly string[]
  readonly work: readonly string[]
}

/**
 * Reads the published shape `{ "2026": { notice, off, work } }` in order of years.
 * @throws RangeError when a year or a day is impossible
 */
export function readArrangements(years: Readonly<Record<string, PublishedArrangement>>): readonly YearArrangement[] {
  return Object.entries(years)
    .map(([year, { notice, off, work }]) => {
      if (!/^\d{4}$/.test(year)) throw new RangeError(`not a year: ${year}`)
      return { year: Number(year), notice, off: off.map(civilDate), work: work.map(civilDate) }
    })
    .sort((a, b) => a.year - b.year)
}

/** The arrangements of 2008–2026 that come with the software. */
export const PUBLISHED_ARRANGEMENTS: readonly YearArrangement[] = readArrangements(published)
