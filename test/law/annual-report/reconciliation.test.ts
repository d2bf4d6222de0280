import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departmentReportDue, governmentReportDue } from '#law/annual-report/report-dates.ts'
import { TABLE_THREE_COLUMNS, reconcile, totalColumn, type ColumnCounts, type TableThree } from '#law/annual-report/reconciliation.ts'
import { TABLE_THREE_ROWS, type TableThreeRow } from '#law/annual-report/table-three.ts'

const none: ColumnCounts = {}
const only = (natural_person: ColumnCounts, rest: ColumnCounts = none, total?: ColumnCounts): TableThree => ({
  columns: { natural_person, business: rest, research: none, public_welfare: none, legal_service: none, other_organization: none },
  ...(total === undefined ? {} : { total }),
})
const good: ColumnCounts = { '1': 10, '2': 2, '3.1': 4, '3.3.5': 3, '3.6.3': 1, '3.7': 8, '4': 4 }
const rules = (table: TableThree, previous?: ColumnCounts) => reconcile(table, previous).map(({ rule, column, row }) => `${rule} ${column} ${row}`)

describe('年报表三 (国办公开办函〔2021〕30号)', () => {
  it('has 25 rows and six columns', () => {
    expect(Object.keys(TABLE_THREE_ROWS)).toHaveLength(25)
    expect(Object.values(TABLE_THREE_COLUMNS)).toEqual(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'])
  })

  it('agrees when 一加二 is 三（七）加四, the outcomes add up, and the columns add up', () => {
    expect(rules(only(good, { '1': 1, '3.2': 1, '3.7': 1 }))).toEqual([])
    expect(rules(only(good), { '4': 2 })).toEqual([])
  })

  it('finds a case that was received and is nowhere', () => {
    expect(reconcile(only({ ...good, '1': 11 }))).toContainEqual({
      rule: 'balance', column: 'natural_person', row: '3.7', expected: 9, actual: 8, text: '第一项加第二项之和，等于第三项加第四项之和：应为9，现为8',
    })
  })

  it('finds outcomes that do not add up to （七）', () => {
    expect(rules(only({ ...good, '3.1': 5 }))).toEqual(['outcomes natural_person 3.7', 'outcomes total 3.7'])
  })

  it('finds a 总计 column that is not the sum of the six', () => {
    expect(rules(only(good, none, { ...good, '3.1': 5 }))).toEqual(['outcomes total 3.7', 'across total 3.1'])
  })

  it('finds a 上年结转 that is not what last year carried over', () => {
    expect(rules(only(good), { '4': 3 })).toEqual(['carried total 2'])
    expect(rules(only(good), none)).toEqual(['carried total 2'])
  })

  it('the 总计 of any table built from cases agrees', () => {
    const outcomes = (Object.keys(TABLE_THREE_ROWS) as TableThreeRow[]).filter((row) => row.startsWith('3.') && row !== '3.7')
    const column = fc.tuple(fc.array(fc.nat(9), { minLength: outcomes.length, maxLength: outcomes.length }), fc.nat(5), fc.nat(5)).map(([counts, carried, left]) => {
      const done = counts.reduce((sum, n) => sum + n, 0)
      return { ...Object.fromEntries(outcomes.map((row, index) => [row, counts[index]])), '1': done + left - Math.min(carried, done), '2': Math.min(carried, done), '3.7': done, '4': left } as ColumnCounts
    })
    fc.assert(
      fc.property(column, column, (one, two) => {
        const table = only(one, two)
        expect(reconcile(table)).toEqual([])
        expect(totalColumn(table)['3.7']).toBe((one['3.7'] ?? 0) + (two['3.7'] ?? 0))
      }),
      { numRuns: 30 },
    )
  })
})

describe('when the report is due (49条)', () => {
  it('departments by 31 January, governments by 31 March of the next year', () => {
    expect(departmentReportDue(2025)).toBe('2026-01-31')
    expect(governmentReportDue(2025)).toBe('2026-03-31')
  })
})
