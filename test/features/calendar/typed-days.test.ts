import { describe, expect, test } from 'vitest'
import { readJsonForm, readTypedForm } from '#features/calendar/import-form.ts'
import { readTypedDays } from '#features/calendar/typed-days.ts'

const days = (text: string) => readTypedDays(text, 2027).days.map(({ text: day }) => day)
const typed = (more: object) => readTypedForm({ json: '', year: '2027', off: '1月1日', work: '', notice: '', ...more })

describe('days typed line by line', () => {
  test('may be written as in the notice: whole, without the year, as a run, with weekdays in brackets', () => {
    expect(days('2027-02-05\n2月5日\n2027年2月5日（除夕、周五）\n２０２７/２/５、')).toEqual(['2027-02-05', '2027-02-05', '2027-02-05', '2027-02-05'])
    expect(days('2月5日至7日')).toEqual(['2027-02-05', '2027-02-06', '2027-02-07'])
    expect(days('1月31日（周日）到2月1日')).toEqual(['2027-01-31', '2027-02-01'])
    expect(days('2027-02-05 ~ 2027-02-06\n\n  \n9月15日。')).toEqual(['2027-02-05', '2027-02-06', '2027-09-15'])
  })

  test('a run may begin in the year before and end in the year', () => {
    expect(days('2026-12-31至1月1日')).toEqual(['2026-12-31', '2027-01-01'])
  })

  test.each([
    ['2月30日', '第1行“2月30日”不是一个日期，写法像2027-02-05或者2月5日'],
    ['\n\n春节', '第3行“春节”不是一个日期，写法像2027-02-05或者2月5日'],
    ['2月5日至2月30日', '第1行“2月5日至2月30日”读不懂，写法像2月5日至12日'],
    ['2月12日至5日', '第1行“2月12日至5日”的后一天早于前一天'],
    ['2027-01-01至2027-12-31', '第1行“2027-01-01至2027-12-31”有365天，太长，请核对'],
  ])('%j is refused with its line', (text, message) => {
    expect(readTypedDays(text, 2027)).toEqual({ days: [], errors: [message] })
  })

  test('more lines than a year of holidays needs are refused before they are read', () => {
    expect(readTypedDays('1月1日\n'.repeat(201), 2027).errors).toEqual(['最多写200行，现在201行'])
  })
})

describe('the two import forms', () => {
  test('lead to the same request', () => {
    const a = typed({ off: '1月1日至2日', work: '1月30日', notice: 'https://example.gov.cn/1\n' })
    const b = readJsonForm('{"2027": {"notice": ["https://example.gov.cn/1"], "off": ["2027-01-01", "2027-01-02"], "work": ["2027-01-30"]}}')
    expect(a.ok && b.ok && a.request).toEqual(b.ok && b.request)
  })

  test('JSON may be wrapped as for the API', () => {
    const read = readJsonForm('{"years": {"2027": {"off": ["2027-01-01"]}}}')
    expect(read.ok && read.request).toEqual({ kind: 'import', years: { '2027': { notice: [], off: ['2027-01-01'], work: [] } } })
  })

  test.each([
    ['', '请贴上JSON，或者选一个文件'],
    ['{"2027": {"off": [}', '不是合格的JSON，请检查引号、逗号和括号'],
    ['[]', '要写成{"2027": {"notice": […], "off": […], "work": […]}}'],
    ['{}', '没有写年份'],
    ['{"27": {"off": []}}', '年份“27”要写成四位数字，例如2027'],
    ['{"2027": []}', '2027年：一年的安排要写成{"notice": […], "off": […], "work": […]}'],
    ['{"2027": {"off": "2027-01-01"}}', '2027年放假：放假的日期要写成列表，例如["2027-01-01"]'],
    ['{"2027": {"off": [20270101]}}', '2027年放假第1个：放假的日期要写成文字，例如"2027-01-01"'],
    ['{"2027": {"off": [], "name": "x"}}', '2027年name：没有这一项'],
    [`{"2027": {"off": [${'"2027-01-01",'.repeat(200)}"2027-01-01"]}}`, '2027年放假：放假的日期最多200个'],
  ])('%s is refused in words', (text, message) => {
    const read = readJsonForm(text)
    expect(read.ok ? [] : read.errors.map((error) => error.message)).toEqual([message])
  })

  test('typed faults keep their field and line', () => {
    const read = typed({ off: '1月1日\n1月2日至3日', work: '1月5日' })
    if (!read.ok) throw new Error()
    expect(read.fieldOf('years.2027.work.0')).toBe('work')
    expect(read.told({ field: 'years.2027.off.2', message: '写了两次' })).toBe('第2行：写了两次')
    expect(typed({ year: '二七' })).toMatchObject({ ok: false, errors: [{ field: 'year' }] })
    expect(typed({ off: '春节', work: '元旦' })).toMatchObject({ ok: false, errors: [{ field: 'off' }, { field: 'work' }] })
  })
})
