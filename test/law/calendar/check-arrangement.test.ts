import { describe, expect, it } from 'vitest'
import { PUBLISHED_ARRANGEMENTS } from '#law/calendar/arrangements.ts'
import { checkArrangement, type ProposedYear } from '#law/calendar/check-arrangement.ts'
import { INVENTED_2027 } from '#test/support/invented-2027.ts'

const KNOWN = new Set(PUBLISHED_ARRANGEMENTS.map(({ year }) => year))
const check = (change: Partial<ProposedYear> = {}) => checkArrangement({ year: 2027, ...INVENTED_2027, ...change }, KNOWN)
const faults = (change: Partial<ProposedYear>) => check(change).faults

describe('an arrangement of the State Council before it is used (放假办法7条)', () => {
  it('passes without a word when every holiday is there and rest gained less rest given up is the statutory number', () => {
    expect(check()).toEqual({ faults: [], warnings: [] })
  })

  it.each(PUBLISHED_ARRANGEMENTS.filter(({ year }) => year !== 2020).map((each) => [each.year, each] as const))('finds no fault with the published one of %i', (year, each) => {
    const earlier = new Set(PUBLISHED_ARRANGEMENTS.map((one) => one.year).filter((one) => one < year))
    const found = checkArrangement(each, earlier)
    expect(found.faults).toEqual([])
    expect(found.warnings.length).toBe(year === 2015 ? 1 : 0)
  })

  it('says which statutory holiday is missing, and that the sum does not come out, but lets it pass', () => {
    const off = INVENTED_2027.off.filter((day) => day !== '2027-10-01')
    expect(check({ off })).toEqual({
      faults: [],
      warnings: ['没有写这些法定节日：国庆10月1日', '放假占了18个周一到周五，调休上班6天，相减是12天；法定节假日是13天，请对照原文'],
    })
  })

  it('refuses a day that does not exist, and says how a day is written', () => {
    expect(faults({ off: [...INVENTED_2027.off, '2027-02-30'] })).toEqual([{ path: `off.${INVENTED_2027.off.length}`, message: '“2027-02-30”不是一个日期，写法像2027-02-05' }])
    expect(faults({ work: ['二月五日'.repeat(20)] })[0]!.message).toHaveLength(20 + '“”不是一个日期，写法像2027-02-05'.length)
  })

  it('takes days of the years beside it, and refuses those beyond', () => {
    expect(faults({ off: [...INVENTED_2027.off, '2026-12-31', '2028-01-03'] })).toEqual([])
    expect(faults({ off: ['2025-12-31'] })).toEqual([{ path: 'off.0', message: '2025年12月31日（周三）离2027年太远，只能写2026年到2028年的日期' }])
    expect(faults({ off: ['2029-01-01'] })[0]!.path).toBe('off.0')
  })

  it('refuses a make-up day that is no weekend day: nothing was moved', () => {
    expect(faults({ work: ['2027-02-23'] })).toEqual([{ path: 'work.0', message: '2027年2月23日（周二）本来就上班，调休上班的日子是周六或者周日' }])
    expect(faults({ work: ['2027-03-06', '2027-03-07'] })).toEqual([])
  })

  it('refuses the same day twice, also once as off and once as worked', () => {
    expect(faults({ off: ['2027-01-01', '2027-01-01'] })).toEqual([{ path: 'off.1', message: '2027年1月1日（周五）写了两次' }])
    expect(faults({ off: ['2027-01-02'], work: ['2027-01-02'] })).toEqual([{ path: 'work.0', message: '2027年1月2日（周六）又放假又上班，请删去一处' }])
  })

  it('refuses a year without any day off', () => {
    expect(faults({ off: [], work: [] })).toEqual([{ path: 'off', message: '没有写放假的日期' }])
  })

  it('refuses a gap before the year, so that the edge of the known calendar stays one day', () => {
    expect(faults({ year: 2028 })).toEqual([{ path: 'year', message: '2027年的安排还没有，请先导入' }])
    expect(faults({ year: 2030 })).toEqual([{ path: 'year', message: '2027年到2029年的安排还没有，请先导入' }])
    expect(checkArrangement({ year: 2008, off: ['2008-01-01'], work: [] }, new Set()).faults).toEqual([])
  })

  it('refuses years that no rule of the software reaches', () => {
    expect(faults({ year: 2007 })).toEqual([{ path: 'year', message: '条例从2008年5月1日起施行，2007年的安排用不上' }])
    expect(faults({ year: 2100 })).toEqual([{ path: 'year', message: '2100年太远，请核对年份' }])
  })
})
