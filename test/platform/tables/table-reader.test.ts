import { describe, expect, test } from 'vitest'
import { nodeTableReader } from '#platform/tables/node-table-reader.ts'
import { threadedTableReader } from '#platform/tables/threaded-table-reader.ts'
import { storedZip, zipEntries } from '#platform/tables/zip.ts'
import { workbook, workbookFiles, zipBomb } from '#test/support/workbook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const HEAD = ['登记号', '申请人', '收到日期']

async function sheets(file: Uint8Array) {
  const read = await nodeTableReader.read(file)
  if (!read.ok) throw new Error(`${read.refusal.code} ${read.refusal.message}`)
  return read.table.sheets
}
const refusal = async (file: Uint8Array) => {
  const read = await nodeTableReader.read(file)
  return read.ok ? null : read.refusal
}

describe('xlsx', () => {
  test('texts, days and numbers come as text; a number keeps every digit that the file has', async () => {
    const [sheet] = await sheets(workbook({ name: '登记', rows: [HEAD, ['2019-1', '某公司 & <甲>', { serial: 43616 }], [20191, null, 43616.5], ['', '', 1.1010119900307e17]] }))
    expect(sheet).toEqual({ name: '登记', rows: [HEAD, ['2019-1', '某公司 & <甲>', '2019-05-31'], ['20191', '', '43616.5'], ['', '', '110101199003070000']] })
  })

  test('a formula counts as the result that was saved; one without a result is named with its place', async () => {
    const [sheet] = await sheets(workbook({ name: '登记', rows: [HEAD, [{ formula: 'A1&"x"', value: '2019-1' }]] }))
    expect(sheet!.rows[1]![0]).toBe('2019-1')
    expect(await refusal(workbook({ name: '登记', rows: [HEAD, ['', { formula: 'A1' }]] }))).toMatchObject({ code: 'import/formula', message: expect.stringContaining('B2格') })
  })

  test('what a spreadsheet could not compute stays as it shows it', async () => {
    const [sheet] = await sheets(workbook({ name: '登记', rows: [HEAD, [{ xml: '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }]] }))
    expect(sheet!.rows[1]![0]).toBe('#DIV/0!')
  })

  test('text that looks like a formula stays text', async () => {
    const [sheet] = await sheets(workbook({ name: '登记', rows: [HEAD, ['=1+1', '+86', '@x']] }))
    expect(sheet!.rows[1]).toEqual(['=1+1', '+86', '@x'])
  })

  test('hidden sheets and empty sheets are not there', async () => {
    const all = await sheets(workbook({ name: '底稿&', rows: [['秘密']], state: 'hidden' }, { name: '空', rows: [['', null]] }, { name: '2019年', rows: [HEAD] }, { name: '很隐藏', rows: [['x']], state: 'veryHidden' }))
    expect(all.map(({ name }) => name)).toEqual(['2019年'])
    expect(await refusal(workbook({ name: '底稿', rows: [['x']], state: 'hidden' }))).toMatchObject({ code: 'import/empty' })
  })

  test('empty lines keep their numbers', async () => {
    const [sheet] = await sheets(workbook({ name: '登记', rows: [HEAD, [], ['2019-1']] }))
    expect(sheet!.rows[2]![0]).toBe('2019-1')
  })

  test('cells of nothing but format, down to the last line of a sheet, cost nothing', async () => {
    const [sheet] = await sheets(workbook({ name: '登记', rows: [HEAD, ['2019-1', { xml: '<c r="XFD1048576" s="1"/>' }]] }))
    expect(sheet!.rows).toHaveLength(2)
    expect(sheet!.rows[0]).toHaveLength(3)
  })

  test('content beyond 20,000 lines or 100 columns is refused before it is read', async () => {
    expect(await refusal(workbook({ name: '登记', rows: [HEAD, [{ xml: '<c r="A1048576"><v>1</v></c>' }]] }))).toMatchObject({ code: 'import/too-many-rows', message: expect.stringContaining('第1048576行') })
    expect(await refusal(workbook({ name: '登记', rows: [HEAD, [{ xml: '<c r="XFD2"><v>1</v></c>' }]] }))).toMatchObject({ code: 'import/too-many-columns', message: expect.stringContaining('XFD列') })
  })

  test('a bomb is stopped while it unpacks, whatever size it claims', async () => {
    const bomb = zipBomb('xl/worksheets/sheet1.xml', 300 * 1024 * 1024)
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusal(bomb)).toMatchObject({ code: 'import/too-big-inside' })
  })

  test('what the directory of the archive does not name is never unpacked', async () => {
    const good = workbook({ name: '登记', rows: [HEAD] })
    const smuggled = storedZip(new Map([['xl/worksheets/sheet9.xml', bytes('<worksheet/>')]]))
    const entry = smuggled.subarray(0, 30 + 'xl/worksheets/sheet9.xml'.length + 12)
    expect(zipEntries(good)!.map(({ name }) => name)).not.toContain('xl/worksheets/sheet9.xml')
    expect(await refusal(new Uint8Array([...entry, ...good]))).toMatchObject({ code: 'import/damaged' })
  })

  test.each([
    ['cut off', workbook({ name: '登记', rows: [HEAD] }).subarray(0, 500), 'import/damaged'],
    ['without its sheet', storedZip(new Map([...workbookFiles({ name: '登记', rows: [HEAD] })].filter(([name]) => !name.includes('sheet1')))), 'import/damaged'],
    ['of broken XML', storedZip(new Map([...workbookFiles({ name: '登记', rows: [HEAD] }), ['xl/workbook.xml', bytes('<workbook')]])), 'import/'],
    ['a Word file', storedZip(new Map([['word/document.xml', bytes('<x/>')]])), 'import/unknown-kind'],
    ['a zip of something else', storedZip(new Map([['a.txt', bytes('x')]])), 'import/unknown-kind'],
    ['a binary workbook', storedZip(new Map([['xl/workbook.bin', bytes('x')]])), 'import/unknown-kind'],
  ])('%s is refused in words', async (_name, file, code) => {
    const told = await refusal(file)
    expect(told?.code).toContain(code)
    expect(told?.message).toMatch(/请/)
  })
})

describe('csv', () => {
  const text = '登记号,申请人\n2019-1,"某公司，甲\n乙"\n'
  test('UTF-8 with and without mark, UTF-16 and GB18030 read the same', async () => {
    const gb = Uint8Array.from([0xb5, 0xc7, 0xbc, 0xc7, 0xba, 0xc5, 0x2c, 0xc9, 0xea, 0xc7, 0xeb, 0xc8, 0xcb, 0x0a, 0x31, 0x2c, 0xbc, 0xd7])
    const rows = [['登记号', '申请人'], ['2019-1', '某公司，甲\n乙']]
    for (const file of [bytes(text), bytes(`\uFEFF${text}`), new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))]) expect((await sheets(file))[0]!.rows.slice(0, 2)).toEqual(rows)
    expect((await sheets(gb))[0]!.rows).toEqual([['登记号', '申请人'], ['1', '甲']])
  })

  test.each([[','], [';'], ['\t']])('columns divided by “%s”, also where the other signs stand in quotes', async (separator) => {
    const [sheet] = await sheets(bytes([['登记号', '内容', '甲'].join(separator), ['1', '"a,b;c\td,,;;"', '乙'].join(separator)].join('\r\n')))
    expect(sheet!.rows).toEqual([['登记号', '内容', '甲'], ['1', 'a,b;c\td,,;;', '乙']])
  })

  test('an apostrophe that guarded a formula is taken off again', async () => {
    expect((await sheets(bytes("a,b\n'=1+1,'甲'")))[0]!.rows[1]).toEqual(['=1+1', "'甲'"])
  })

  test('an open quote is named with its line', async () => {
    expect(await refusal(bytes('登记号,申请人\n1,"甲\n2,乙\n'))).toMatchObject({ code: 'import/quotes', message: expect.stringMatching(/第\d+行的引号/) })
  })

  test('more than 20,000 lines are refused', async () => {
    expect(await refusal(bytes('a,b\n'.repeat(20_001)))).toMatchObject({ code: 'import/too-many-rows' })
    expect((await sheets(bytes('a,b\n'.repeat(20_000))))[0]!.rows).toHaveLength(20_000)
  })
})

describe('other files, whatever their names say', () => {
  const ole = (...more: number[]) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...more])
  test.each([
    ['nothing', new Uint8Array(0), 'import/empty', '空文件'],
    ['blank lines', bytes('\n\n , \n'), 'import/empty', '没有内容'],
    ['an old .xls', ole(0, 0), 'import/old-xls', '另存为xlsx'],
    ['an .xlsx under a password', ole(...Buffer.from('EncryptedPackage', 'utf16le')), 'import/encrypted', '去掉密码'],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0]), 'import/unknown-kind', '程序'],
    ['a PDF', bytes('%PDF-1.7'), 'import/unknown-kind', 'PDF'],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'import/unknown-kind', '图片'],
    ['other binary', Uint8Array.from([1, 2, 0, 3]), 'import/unknown-kind', '二进制'],
    ['text in no known encoding', Uint8Array.from([0xff, 0x61, 0xff]), 'import/encoding', 'UTF-8'],
    ['11 MB', new Uint8Array(11 * 1024 * 1024).fill(97), 'import/too-big', '11.0MB'],
  ])('%s', async (_name, file, code, words) => {
    const told = await refusal(file)
    expect(told?.code).toBe(code)
    expect(told?.message).toContain(words)
  })
})

test('read in a thread of its own, a file gives the same answer, and a refusal stays a refusal', async () => {
  const file = workbook({ name: '登记', rows: [HEAD, ['2019-1', '甲', { serial: 43616 }]] })
  expect(await threadedTableReader.read(file)).toEqual(await nodeTableReader.read(file))
  expect(await threadedTableReader.read(new Uint8Array(0))).toMatchObject({ ok: false, refusal: { code: 'import/empty' } })
})
