import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerDay, serialOf } from '#features/register-import/days.ts'
import { fieldFor, findHead } from '#features/register-import/head.ts'
import { guessMapping, mappingFaults, mappingFromHeads, readMapping, saveMapping, sourceText } from '#features/register-import/mapping.ts'
import { firstChoice } from '#features/register-import/choice.ts'
import { codeOf, decisionOf } from '#features/register-import/words.ts'
import { addDays, civilDate, fromEpochDay, epochDay, partsOf } from '#law/civil-date.ts'
import { DECISION_KINDS } from '#law/disclosure-regulation/decision-kind.ts'
import { check, faultOf, HEAD, NOBODY, row, table } from './sheet.ts'

const days = fc.integer({ min: epochDay(civilDate('1990-01-01')), max: epochDay(civilDate('2090-12-31')) }).map(fromEpochDay)

describe('days', () => {
  test('a day written in any usual way reads back as that day', () => {
    fc.assert(fc.property(days, (day) => {
      const { year, month, day: date } = partsOf(day)
      const two = (n: number) => String(n).padStart(2, '0')
      const ways = [day, `${year}/${month}/${date}`, `${year}.${two(month)}.${two(date)}`, `${year}年${month}月${date}日`, `${year}${two(month)}${two(date)}`, `${day} 10:30`, `${year}/${month}/${date} 9:05:00`, `${day}T00:00:00.000Z`, `${day} 星期一`, `${year}年${month}月${date}日 周二`, String(serialOf(day)), `${serialOf(day)}.4375`]
      for (const way of ways) expect(`${way} → ${registerDay(way)}`).toBe(`${way} → ${day}`)
    }))
  })
  test('the serial numbers of spreadsheets: 2019-05-15 is 43600', () => expect([registerDay('43600'), serialOf(civilDate('2019-05-15'))]).toEqual(['2019-05-15', 43600]))
  test.each(['2019-02-30', '12/8/2022', '2022-13-01', '去年', '5', '12345', '99999', '2022', '2022-12', '20221301', '0', '2022年12月'])('“%s” is no day', (text) => expect(registerDay(text)).toBeNull())
  test('no text at all makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const day = registerDay(text)
      expect(day === null || addDays(day, 0) === day).toBe(true)
    }))
  })
})

describe('words', () => {
  test('every name of a decision stands for itself', () => {
    for (const { code, name } of DECISION_KINDS) expect([name, decisionOf(name)]).toEqual([name, code])
  })
  test.each([['信息不存在', 'not_held'], ['不属于本机关公开', 'not_responsible'], ['申请人 主动撤销', 'withdrawn'], ['部分公开', 'partly_granted'], ['重复申请。', 'repeated'], ['不予公开', null], ['同意', null]])('“%s” is %s', (word, code) => expect(decisionOf(word)).toBe(code))
  test.each([['邮寄（EMS）', 'registered_mail'], ['信函', 'registered_mail'], ['平信', 'ordinary_mail'], ['网络', 'internet'], ['ＥＭＳ', 'registered_mail'], ['托人', null]])('“%s” as a channel is %s', (word, code) => expect(codeOf('channel', word)).toBe(code))
})

describe('head', () => {
  test.each([['登记编号', 'number'], ['申请人（姓名或名称）', 'name'], ['申请人类型', 'kind'], ['身份证号', 'documentNumber'], ['证件类型', 'documentType'], ['收件日期', 'receivedOn'], ['所需信息内容描述', 'description'], ['答复书文号', 'documentRef'], ['答复时间', 'repliedOn'], ['答复方式', 'service'], ['处理结果', 'decision'], ['送达时间', 'deliveredOn'], ['备注', null], ['序号', null]])('%s → %s', (head, field) => {
    expect(fieldFor(findHead([[head, '申请人', '收到日期', '答复日期', '答复文号']])!.columns[0]!)).toBe(field)
  })
  test('titles and remarks above it are passed over', () => {
    expect(findHead([['2019年依申请公开登记表', ''], ['制表：公开办'], HEAD, row()])).toMatchObject({ line: 3, from: 4 })
  })
  test('a head of two lines with merged cells becomes one', () => {
    const head = findHead([['登记号', '申请人信息', '', '收到日期', '答复', '', ''], ['', '姓名', '证件号码', '', '日期', '类型', '文号'], ['2019-1', '甲', '', '2019-06-03', '', '', '']])
    expect(head).toEqual({ line: 1, from: 3, columns: ['登记号', '申请人信息姓名', '申请人信息证件号码', '收到日期', '答复日期', '答复类型', '答复文号'] })
    expect(guessMapping(head!, {})).toEqual({ number: { column: 0 }, name: { column: 1 }, documentNumber: { column: 2 }, receivedOn: { column: 3 }, repliedOn: { column: 4 }, decision: { column: 5 }, documentRef: { column: 6 } })
  })
  test('a table without any known word has no head; its first line is offered', () => {
    expect(findHead([['甲', '乙'], ['1', '2']])).toBeNull()
    expect(firstChoice(table(['甲', '乙'], ['1', '2']), {})).toEqual({ sheet: 0, headLine: 1, mapping: {} })
  })
  test('of several sheets the one that looks like a register', () => {
    expect(firstChoice({ kind: 'xlsx', sheets: [{ name: '说明', rows: [['填表说明']] }, { name: '2019', rows: [HEAD, row()] }] }, {}).sheet).toBe(1)
  })
})

describe('mapping', () => {
  const head = findHead([HEAD])!
  test('the usual head is understood without a hand', () => expect(mappingFaults(guessMapping(head, {}), head)).toEqual([]))
  test('what was chosen for these heads comes first, wherever the columns stand now', () => {
    const own = saveMapping({ number: { column: 0 }, description: { column: 12 }, channel: { all: 'in_person' } }, head)
    expect(own).toEqual({ number: { head: '登记号' }, description: { head: '承办人' }, channel: { all: 'in_person' } })
    const turned = { ...head, columns: head.columns.toReversed() }
    expect(guessMapping(turned, own)).toMatchObject({ number: { column: 12 }, description: { column: 0 }, channel: { all: 'in_person' } })
  })
  test('what the page sends reads back', () => {
    const mapping = { ...guessMapping(head, {}), channel: { all: 'internet' } }
    expect(readMapping((name) => sourceText((mapping as never)[name]), head)).toEqual(mapping)
    expect(readMapping(() => '99', head)).toEqual({})
    expect(readMapping(() => '=nonsense', head)).toEqual({})
  })
  test('a missing column, a head that stands twice and a column chosen twice are named', () => {
    const twice = findHead([[...HEAD, '收到日期']])!
    const faults = mappingFaults(guessMapping(twice, {}), twice)
    expect(faults).toEqual([{ field: 'receivedOn', message: '有几列都叫“收到日期”，请选一列' }])
    expect(mappingFaults({ ...guessMapping(head, {}), phone: { column: 0 } }, head)).toEqual([{ field: 'phone', message: '电话和登记号选了同一列，请改其中一个' }])
    const few = findHead([['登记号', '申请人']])!
    expect(mappingFaults(guessMapping(few, {}), few).map(({ field }) => field)).toEqual(['receivedOn', 'channel', 'kind', 'description'])
  })
  test('from a file of heads: unknown fields and columns are named', () => {
    expect(mappingFromHeads({ number: '登记号', channel: '=internet' }, head)).toEqual({ mapping: { number: { column: 0 }, channel: { all: 'internet' } }, faults: [] })
    expect(mappingFromHeads({ nr: '登记号', name: '当事人' }, head).faults).toEqual([expect.stringContaining('没有“nr”这一项'), expect.stringContaining('文件里没有“当事人”这一列，有登记号、收到日期')])
  })
})

describe('a line', () => {
  test('that is in order says all that it says', () => {
    const { good, faults } = check([row({ 证件号码: NOBODY, 承办人: '承办甲' })])
    expect(faults).toEqual([])
    expect(good[0]).toMatchObject({
      line: 2, number: '2019-12', receivedOn: '2019-06-03', channel: 'internet', name: '申请人甲', kind: 'natural_person', documentType: 'resident_id', documentNumber: NOBODY, handler: '承办甲',
      end: { how: 'replied', on: '2019-06-20', decision: 'granted', documentRef: '示例公信公开〔2019〕3号', delivery: { on: '2019-06-21', service: 'post' } },
    })
  })
  test('without an answer is a case that is still open', () => expect(check([row({ 答复类型: '', 答复日期: '', 答复文号: '', 送达日期: '', 送达方式: '' })]).good[0]!.end).toBeNull())
  test('that was withdrawn has no reply', () => expect(check([row({ 答复类型: '申请人撤回' })]).good[0]!.end).toEqual({ how: 'withdrawn', on: '2019-06-20' }))
  test('whose marks of nothing count as empty', () => expect(check([row({ 证件号码: '无', 承办人: '—' })]).good[0]).toMatchObject({ documentNumber: null, handler: null }))

  test.each<[string, Record<string, string>, string, string]>([
    ['收到日期在明天', { 收到日期: '2026-11-21' }, 'receivedOn', '还没有到，收到日期不能晚于今天2026年11月20日'],
    ['收到日期早于条例', { 收到日期: '2008-04-30' }, 'receivedOn', '2008年5月1日起施行'],
    ['收到日期不是日期', { 收到日期: '六月初' }, 'receivedOn', '“六月初”不是一个日期'],
    ['答复早于收到', { 答复日期: '2019-06-02' }, 'repliedOn', '早于收到日期2019年6月3日'],
    ['送达早于答复', { 送达日期: '2019-06-19' }, 'deliveredOn', '早于答复日期2019年6月20日'],
    ['答复类型不认识', { 答复类型: '不予公开' }, 'decision', '没有“不予公开”这种答复类型，可以写：予以公开、'],
    ['当时没有的答复类型', { 收到日期: '2010-03-01', 答复日期: '2010-03-05', 送达日期: '2010-03-05', 答复类型: '行政执法案卷' }, 'decision', '当时的规定没有“不予公开：行政执法案卷”这种处理'],
    ['只有答复日期', { 答复类型: '' }, 'decision', '写了答复日期，没有写答复类型'],
    ['只有答复类型', { 答复日期: '', 送达日期: '' }, 'repliedOn', '写了答复类型，没有写答复日期'],
    ['只有送达日期', { 答复类型: '', 答复日期: '', 答复文号: '' }, 'repliedOn', '写了送达日期，没有写答复日期'],
    ['渠道不认识', { 申请方式: '托人带来' }, 'channel', '没有“托人带来”这种渠道，可以写：当面、口头代填、'],
    ['类别不认识', { 申请人类别: '群众' }, 'kind', '可以写：公民、商业企业'],
    ['内容太长', { 申请内容: '长'.repeat(2001) }, 'description', '最多2000个字，现在2001个字'],
    ['姓名太长', { 申请人: '长'.repeat(300) }, 'name', '最多100个字，现在300个字'],
    ['控制字符', { 申请人: '甲\u202e乙' }, 'name', '看不见的控制字符'],
    ['没有登记号', { 登记号: '' }, 'number', '这一格是空的'],
    ['登记号带斜杠', { 登记号: '2019/12' }, 'number', '不能有“/”'],
    ['证件号码校验码错', { 证件号码: '000000190001010001' }, 'documentNumber', '校验码'],
    ['Excel弄丢的证件号码', { 证件号码: '110101199003071000' }, 'documentNumber', 'Excel把这个号码存成了数字'],
    ['送达方式不认识', { 送达方式: '飞鸽' }, 'service', '可以写：直接送达、邮寄、电子送达'],
  ])('%s', (_name, more, field, words) => {
    const fault = faultOf(more)
    expect(fault.field).toBe(field)
    expect(fault.message).toContain(words)
    expect(fault.value).toBe(Object.values(more).find((value) => value === fault.value) ?? '')
  })

  test('names every fault at once', () => {
    const { faults, faulty } = check([row({ 登记号: '', 收到日期: 'x', 申请方式: 'y' }), row()])
    expect(faults.map(({ line, field }) => [line, field])).toEqual([[2, 'number'], [2, 'channel'], [2, 'receivedOn']])
    expect(faulty).toEqual([2])
  })

  test('without a day of service counts the day of the reply only where that was chosen, and says so', () => {
    expect(check([row({ 送达日期: '', 送达方式: '' })]).good[0]).toMatchObject({ end: { delivery: null }, notes: [] })
    const assumed = check([row({ 送达日期: '' })], { mapping: { deliveredOn: { all: 'as-replied' } } }).good[0]
    expect(assumed).toMatchObject({ end: { delivery: { on: '2019-06-20' } }, notes: ['没有送达日期，按答复日期'] })
  })
})

describe('correction and extension', () => {
  const head = [...HEAD, '补正告知日期', '补正收到日期', '补正截止日期', '延期告知日期', '延长天数']
  const fault = (more: Record<string, string>) => faultOf(more, { head })
  test('are taken over', () => {
    const { good, faults } = check([row({ 补正告知日期: '2019-06-10', 补正收到日期: '2019-06-14', 延期告知日期: '2019-06-18', 延长天数: '20个工作日' }, head)], { head })
    expect(faults).toEqual([])
    expect(good[0]).toMatchObject({ correction: { on: '2019-06-10', respondBy: '2019-06-14', receivedOn: '2019-06-14' }, extension: { on: '2019-06-18', days: 20 } })
  })
  test('an extension after the limit is refused with what can be done', () => {
    expect(fault({ 延期告知日期: '2019-08-01', 延长天数: '20', 答复日期: '2019-08-20', 送达日期: '2019-08-20' })).toMatchObject({ field: 'extendedOn', message: expect.stringContaining('已经过了，不能再延长；照旧登记确实如此的，请把这几格清空') })
  })
  test('an extension of more than the law allows: 15 working days before 2019-05-15, 20 after', () => {
    expect(fault({ 收到日期: '2010-03-01', 答复日期: '2010-04-05', 送达日期: '2010-04-05', 延期告知日期: '2010-03-10', 延长天数: '20' })).toMatchObject({ field: 'extensionDays', message: expect.stringContaining('最多15个工作日') })
  })
  test('a correction that was asked for and never came needs its last day', () => {
    expect(fault({ 补正告知日期: '2019-06-10' })).toMatchObject({ field: 'respondBy' })
    expect(check([row({ 补正告知日期: '2019-06-05', 补正截止日期: '2019-06-15', 答复类型: '逾期不补正' }, head)], { head }).faults).toEqual([])
  })
})

describe('lines together', () => {
  test('a number that stands twice is named with the line where it stood first', () => {
    const { good, faults } = check([row(), row({ 登记号: ' 2019-12 ' })])
    expect(good).toHaveLength(1)
    expect(faults).toEqual([{ line: 3, field: 'number', value: '2019-12', message: '和第2行的登记号相同，每行要有自己的登记号' }])
  })
  test('a number that is there already says since when', () => {
    expect(faultOf({}, { taken: new Map([['2019-12', '2026年11月19日已经由公开办甲导入过，不能再导入']]) }).message).toBe('2026年11月19日已经由公开办甲导入过，不能再导入')
  })
  test('empty lines, sums, signatures and a head that is repeated are no entries', () => {
    const { good, faults, passedOver } = check([row(), HEAD.map(() => ''), HEAD, row({ 登记号: '2019-13' }), ['', '', '', '', '', '', '合计2件']])
    expect([good.map(({ line }) => line), faults, passedOver]).toEqual([[2, 5], [], [4, 6]])
  })
  test('whatever stands in the cells, every line is either imported or has a fault that names it', () => {
    const cell = fc.oneof(fc.constantFrom(...HEAD.map((name) => row()[HEAD.indexOf(name)]!), '', '无', '2019-06-03', '2030-01-01', '撤回'), fc.string())
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: HEAD.length, maxLength: HEAD.length }), { maxLength: 4 }), (rows) => {
      const { good, faulty, passedOver } = check(rows)
      const seen = [...good.map(({ line }) => line), ...faulty, ...passedOver]
      expect(new Set(seen).size).toBe(seen.length)
      const entries = rows.flatMap((cells, index) => (cells.every((text) => text === '') ? [] : [index + 2]))
      expect(seen.toSorted((a, b) => a - b)).toEqual(entries)
    }), { numRuns: 300 })
  })
})
