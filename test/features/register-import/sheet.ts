import { checkFile, type CheckedAgainst } from '#features/register-import/check-file.ts'
import { chosen, firstChoice } from '#features/register-import/choice.ts'
import type { Mapping } from '#features/register-import/mapping.ts'
import { civilDate } from '#law/civil-date.ts'
import { defaultCalendar } from '#law/working-days.ts'
import type { Table } from '#platform/tables/table-reader.ts'

export const HEAD = ['登记号', '收到日期', '申请方式', '申请人', '申请人类别', '证件号码', '申请内容', '答复类型', '答复日期', '答复文号', '送达日期', '送达方式', '承办人']
/** An identity number of nobody: birthday in the year 1900, area 000000. */
export const NOBODY = '000000190001010009'

export const ROW = {
  登记号: '2019-12', 收到日期: '2019-06-03', 申请方式: '网上', 申请人: '申请人甲', 申请人类别: '公民', 证件号码: '', 申请内容: '2018年治安处罚的数量', 答复类型: '予以公开',
  答复日期: '2019-06-20', 答复文号: '示例公信公开〔2019〕3号', 送达日期: '2019-06-21', 送达方式: '邮寄', 承办人: '',
} as const

export function row(more: Record<string, string> = {}, head: readonly string[] = HEAD): string[] {
  const all: Record<string, string> = { ...ROW, ...more }
  return head.map((name) => all[name] ?? '')
}

export const table = (...rows: readonly (readonly string[])[]): Table => ({ kind: 'xlsx', sheets: [{ name: '登记', rows }] })

export const AGAINST: CheckedAgainst = { today: civilDate('2026-11-20'), calendar: defaultCalendar(), taken: new Map() }

/** Checks rows under the usual head with the mapping that the heads suggest. */
export function check(rows: readonly (readonly string[])[], { head = HEAD, mapping = {}, ...against }: Partial<CheckedAgainst> & { head?: readonly string[]; mapping?: Mapping } = {}) {
  const all = table(head, ...rows)
  const choice = firstChoice(all, {})
  return checkFile(chosen(all, { ...choice, mapping: { ...choice.mapping, ...mapping } }), { ...AGAINST, ...against })
}

/** The only fault of a single row. */
export function faultOf(more: Record<string, string>, options: Parameters<typeof check>[1] = {}): { field: string | null; value: string; message: string } {
  const { faults } = check([row(more, options.head)], options)
  if (faults.length !== 1) throw new Error(`${faults.length} faults: ${JSON.stringify(faults)}`)
  const { field, value, message } = faults[0]!
  return { field, value, message }
}
