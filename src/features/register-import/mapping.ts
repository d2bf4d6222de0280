import { FIELD_NAMES, FIELDS, fieldOf, isFieldName, type FieldName } from './fields.ts'
import { fieldFor, type Head } from './head.ts'
import { LISTS, type ListName } from './words.ts'

/** Where a field comes from: a column of the file, or the same for all lines. */
export type Source = { readonly column: number } | { readonly all: string }

export type Mapping = Partial<Record<FieldName, Source>>

/** As it is kept for the next file, whose columns may stand elsewhere. */
export type SavedMapping = Partial<Record<FieldName, { readonly head: string } | { readonly all: string }>>

/** Says that lines without a day of service count the day of the reply. */
export const AS_REPLIED = 'as-replied'

/** Fields that may be the same for all lines. */
const FOR_ALL: Partial<Record<FieldName, ListName>> = { channel: 'channel', kind: 'kind', service: 'service', form: 'form', way: 'way' }

/** What may stand instead of a column, with its words. */
export function constantsOf(name: FieldName): readonly { readonly value: string; readonly label: string }[] {
  if (name === 'deliveredOn') return [{ value: AS_REPLIED, label: '文件里没有，都按答复日期' }]
  const list = FOR_ALL[name]
  return list === undefined ? [] : Object.entries(LISTS[list].codes).map(([value, label]) => ({ value, label: `都是：${label}` }))
}

/** The mapping that the heads suggest; what was chosen last time for the same heads comes first. Heads that stand twice are left to the person. */
export function guessMapping({ columns }: Head, saved: SavedMapping): Mapping {
  const only = (head: string) => (columns.indexOf(head) === columns.lastIndexOf(head) ? columns.indexOf(head) : -1)
  const mapping: Mapping = {}
  const taken = new Set<number>()
  for (const name of FIELD_NAMES) {
    const before = saved[name]
    const column = before !== undefined && 'head' in before ? only(before.head) : -1
    if (before !== undefined && 'all' in before) mapping[name] = before
    else if (column >= 0) {
      mapping[name] = { column }
      taken.add(column)
    }
  }
  for (const [column, head] of columns.entries()) {
    const name = fieldFor(head)
    if (name === null || mapping[name] !== undefined || taken.has(column) || only(head) < 0) continue
    mapping[name] = { column: bestColumn(columns, name, taken) ?? column }
  }
  return mapping
}

/** Of several heads for one field the one that is called exactly so. */
function bestColumn(columns: readonly string[], name: FieldName, taken: ReadonlySet<number>): number | undefined {
  const candidates = columns.flatMap((head, column) => (fieldFor(head) === name && !taken.has(column) && columns.indexOf(head) === columns.lastIndexOf(head) ? [column] : []))
  const { heads } = fieldOf(name)
  const rank = (column: number) => {
    const at = heads.findIndex((word) => columns[column] === word)
    return at < 0 ? heads.length : at
  }
  return candidates.toSorted((a, b) => rank(a) - rank(b))[0]
}

export function saveMapping(mapping: Mapping, { columns }: Head): SavedMapping {
  return Object.fromEntries(Object.entries(mapping).flatMap(([name, source]): [string, { readonly head: string } | { readonly all: string }][] => {
    if ('all' in source) return [[name, source]]
    const head = columns[source.column] ?? ''
    return head === '' ? [] : [[name, { head }]]
  }))
}

/** `3`: the fourth column; `=internet`: the same for all; empty: not in the file. */
export function sourceText(source: Source | undefined): string {
  if (source === undefined) return ''
  return 'all' in source ? `=${source.all}` : String(source.column)
}

/** Reads what the mapping page sends; anything that fits no column and no constant reads as not in the file. */
export function readMapping(value: (name: FieldName) => string, { columns }: Head): Mapping {
  const mapping: Mapping = {}
  for (const name of FIELD_NAMES) {
    const text = value(name)
    if (/^\d{1,3}$/.test(text) && Number(text) < columns.length) mapping[name] = { column: Number(text) }
    else if (constantsOf(name).some((constant) => `=${constant.value}` === text)) mapping[name] = { all: text.slice(1) }
  }
  return mapping
}

/** From a mapping by heads (command line, API): heads that are missing, stand twice or fields that there are none of come back in words. */
export function mappingFromHeads(wanted: Readonly<Record<string, string>>, head: Head): { readonly mapping: Mapping; readonly faults: readonly string[] } {
  const mapping: Mapping = {}
  const faults: string[] = []
  for (const [name, text] of Object.entries(wanted)) {
    if (!isFieldName(name)) {
      faults.push(`没有“${name}”这一项，可以写的有${FIELD_NAMES.join('、')}`)
      continue
    }
    const column = head.columns.indexOf(text)
    if (constantsOf(name).some((constant) => `=${constant.value}` === text)) mapping[name] = { all: text.slice(1) }
    else if (column < 0) faults.push(`${FIELDS[name].label}：文件里没有“${text}”这一列，有${head.columns.filter((each) => each !== '').join('、')}`)
    else if (column !== head.columns.lastIndexOf(text)) faults.push(`${FIELDS[name].label}：有两列都叫“${text}”，请改其中一个表头`)
    else mapping[name] = { column }
  }
  return { mapping, faults }
}

/** What keeps a mapping from being used. */
export function mappingFaults(mapping: Mapping, { columns }: Head): { readonly field: FieldName; readonly message: string }[] {
  return FIELD_NAMES.flatMap((name) => {
    const { label, required } = fieldOf(name)
    const same = sameColumn(mapping, name)
    if (same !== null) return [{ field: name, message: `${label}和${FIELDS[same].label}选了同一列，请改其中一个` }]
    if (required === undefined || mapping[name] !== undefined) return []
    const twice = columns.find((head, column) => columns.indexOf(head) !== column && fieldFor(head) === name)
    if (twice !== undefined) return [{ field: name, message: `有几列都叫“${twice}”，请选一列` }]
    return [{ field: name, message: `请选${label}在哪一列${constantsOf(name).length > 0 ? '，文件里没有就选一个都适用的' : ''}` }]
  })
}

/** An earlier field on the same column. One column may hold what is asked and its name, and nothing else twice. */
function sameColumn(mapping: Mapping, name: FieldName): FieldName | null {
  const source = mapping[name]
  if (source === undefined || 'all' in source) return null
  const earlier = FIELD_NAMES.slice(0, FIELD_NAMES.indexOf(name)).find((other) => {
    const theirs = mapping[other]
    return theirs !== undefined && 'column' in theirs && theirs.column === source.column
  })
  return earlier === undefined ? null : earlier
}

/** D 列. */
export function columnName(column: number): string {
  const letter = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26))
  return `${letter(column)}列`
}
