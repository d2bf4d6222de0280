import type { CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { clockFault } from './case-events.ts'
import { checkLine } from './check-line.ts'
import type { Chosen } from './choice.ts'
import type { FieldName } from './fields.ts'
import type { ImportedLine, LineFault } from './imported-line.ts'

/** What a file comes to, line by line, before anything is written. */
export interface FileReport {
  readonly good: readonly ImportedLine[]
  readonly faults: readonly LineFault[]
  /** Lines with at least one fault. */
  readonly faulty: readonly number[]
  /** Lines without number, applicant and date, and repeated heads: sums, signatures, remarks. */
  readonly passedOver: readonly number[]
}

export interface CheckedAgainst {
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  /** Why a number cannot be taken, for those that cannot. */
  readonly taken: ReadonlyMap<string, string>
}

/** What makes a line a line of the register. */
const MARKS: readonly FieldName[] = ['number', 'name', 'receivedOn']

/** Looks at every line, and at the lines together: no number twice, none that is there already. */
export function checkFile({ rows, head, mapping }: Chosen, { today, calendar, taken }: CheckedAgainst): FileReport {
  const good: ImportedLine[] = []
  const faults: LineFault[] = []
  const passedOver: number[] = []
  const firstLine = new Map<string, number>()
  for (let index = head.from - 1; index < rows.length; index += 1) {
    const cells = rows[index]!
    const line = index + 1
    if (cells.every((cell) => cell === '')) continue
    if (isNoEntry(cells, { head, mapping })) {
      passedOver.push(line)
      continue
    }
    const checked = checkLine(line, cells, mapping, today)
    if (!checked.ok) {
      faults.push(...checked.faults)
      continue
    }
    const { value } = checked
    const first = firstLine.get(value.number)
    firstLine.set(value.number, first ?? line)
    const why = first === undefined ? taken.get(value.number) : `和第${first}行的登记号相同，每行要有自己的登记号`
    const clock = clockFault(value, today, calendar)
    if (why !== undefined) faults.push({ line, field: 'number', value: value.number, message: why })
    if (clock) faults.push(clock)
    if (why === undefined && !clock) good.push(value)
  }
  return { good, faults, faulty: [...new Set(faults.map(({ line }) => line))], passedOver }
}

function isNoEntry(cells: readonly string[], { head, mapping }: Pick<Chosen, 'head' | 'mapping'>): boolean {
  const own = MARKS.map((name) => {
    const source = mapping[name]
    return source !== undefined && 'column' in source ? source.column : -1
  })
  if (own.every((column) => (cells[column] ?? '') === '')) return true
  return own.every((column) => (cells[column] ?? '').replace(/\s+/g, '') === head.columns[column])
}

/** The numbers that a file brings, for asking which of them are taken. */
export function numbersIn({ rows, head, mapping }: Chosen): string[] {
  const source = mapping.number
  if (source === undefined || 'all' in source) return []
  const numbers = rows.slice(head.from - 1).map((cells) => (cells[source.column] ?? '').normalize('NFKC').replace(/\s+/g, ''))
  return [...new Set(numbers.filter((number) => number !== ''))]
}
