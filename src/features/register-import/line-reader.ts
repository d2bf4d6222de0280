import type { CivilDate } from '#law/civil-date.ts'
import { formatDate } from '#law/civil-date.ts'
import { parse } from '#platform/validation/parse.ts'
import { line, paragraph } from '#platform/validation/text.ts'
import { registerDay } from './days.ts'
import { FIELDS, type FieldName } from './fields.ts'
import type { LineFault } from './imported-line.ts'
import type { Mapping } from './mapping.ts'
import { codeOf, LISTS, namesOf, type ListName } from './words.ts'

/** Marks of registers for "nothing". */
const NOTHING = /^(无|没有|不详|未知|未填|暂无|空|[-—－–/\\.。]+|n\/?a|null)$/i

type Code<N extends ListName> = keyof (typeof LISTS)[N]['codes'] & string

/** Reads the cells of one line and gathers what is wrong with them. */
export interface LineReader {
  readonly faults: readonly LineFault[]
  fault(field: FieldName, message: string): null
  /** The cell of a field, empty where the register has nothing. */
  cell(field: FieldName): string
  /** What stands for all lines instead of a column. */
  constant(field: FieldName): string | null
  text(field: FieldName, max: number, several?: 'lines'): string | null
  day(field: FieldName, today: CivilDate): CivilDate | null
  word<N extends ListName & FieldName>(field: N): Code<N> | null
}

const TEXTS = new Map<string, ReturnType<typeof line>>()

export function lineReader(lineNumber: number, cells: readonly string[], mapping: Mapping): LineReader {
  const faults: LineFault[] = []
  const source = (field: FieldName) => mapping[field]
  const raw = (field: FieldName) => {
    const from = source(field)
    return from === undefined || 'all' in from ? '' : (cells[from.column] ?? '').trim()
  }
  const reader: LineReader = {
    faults,
    fault(field, message) {
      faults.push({ line: lineNumber, field, value: raw(field), message })
      return null
    },
    cell: (field) => (NOTHING.test(raw(field)) ? '' : raw(field)),
    constant(field) {
      const from = source(field)
      return from !== undefined && 'all' in from ? from.all : null
    },
    text(field, max, several) {
      const cell = reader.cell(field)
      if (cell === '') return null
      const { label } = FIELDS[field]
      const parsed = parse(textSchema(label, max, several), cell)
      return parsed.ok ? parsed.value : reader.fault(field, parsed.errors[0]!.message)
    },
    day(field, today) {
      const cell = reader.cell(field)
      if (cell === '') return null
      const day = registerDay(cell)
      if (day === null) return reader.fault(field, `“${cell.slice(0, 20)}”不是一个日期，写法像2022-12-08、2022年12月8日、20221208`)
      return day > today ? reader.fault(field, `${formatDate(day)}还没有到，${FIELDS[field].label}不能晚于今天${formatDate(today)}`) : day
    },
    word(field) {
      const all = reader.constant(field)
      if (all !== null) return all as never
      const cell = reader.cell(field)
      if (cell === '') return null
      return codeOf(field, cell) ?? reader.fault(field, `没有“${cell.slice(0, 20)}”这种${FIELDS[field].label}，可以写：${namesOf(field)}`)
    },
  }
  return reader
}

/** Schemas are made once, not once a cell. */
function textSchema(label: string, max: number, several: 'lines' | undefined) {
  const key = `${label}/${max}/${several ?? ''}`
  const schema = TEXTS.get(key) ?? (several === 'lines' ? paragraph({ label, max }) : line({ label, max }))
  TEXTS.set(key, schema)
  return schema
}
