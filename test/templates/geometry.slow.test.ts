import QRCode from 'qrcode'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderLetter } from '#templates/render.ts'
import { hasTool } from '#test/support/tools.ts'
import { isDark, isRed, type Picture, picture, type Word, words } from './poppler.ts'
import { grantedProps, receiptProps, refusedProps } from './samples.ts'

const TOLERANCE = 0.5
const near = (actual: number, expected: number, within = TOLERANCE): void => {
  expect(Math.abs(actual - expected), `${actual} mm instead of ${expected} mm`).toBeLessThanOrEqual(within)
}

describe.skipIf(!hasTool('pdftoppm') || !hasTool('pdftotext'))('信函格式 (GB/T 9704—2012 10.1), measured with pdftoppm and pdftotext (needs poppler-utils)', () => {
  let first: Picture
  let boxes: Word[]
  const everything = { left: 0, right: 210, top: 0, bottom: 297 }

  beforeAll(async () => {
    const request = '申请公开本市各派出所二〇二五年度接处警数量受理案件数量立案数量和破案数量'.repeat(60)
    const { bytes } = await renderLetter('granted', { ...grantedProps, requestText: request })
    first = await picture(bytes, 1)
    boxes = await words(bytes)
  })

  const rule = (top: number, bottom: number) => first.extent(isRed, { ...everything, right: 27, top, bottom })!
  const name = () => first.extent(isRed, { left: 28, right: 184, top: 20, bottom: headLine().top - 1 })!
  const headLine = () => rule(20, 100)

  it('the name begins 30 mm below the upper edge, red and centred on the paper', () => {
    near(name().top, 30)
    near((name().left + name().right) / 2, 105, 1)
  })

  it('a double line 4 mm below the name, 170 mm long, thick over thin', () => {
    near(headLine().top - name().bottom, 4)
    const whole = first.extent(isRed, { ...everything, top: headLine().top, bottom: headLine().bottom })!
    near(whole.left, 20)
    near(whole.right, 190)
    expect(thickness(headLine().top, headLine().bottom)).toEqual(['thick', 'thin'])
  })

  it('a double line 20 mm above the lower edge, 170 mm long, thin over thick', () => {
    const foot = rule(250, 297)
    near(foot.bottom, 277)
    const whole = first.extent(isRed, { ...everything, top: foot.top, bottom: foot.bottom })!
    near(whole.left, 20)
    near(whole.right, 190)
    expect(thickness(foot.top, foot.bottom)).toEqual(['thin', 'thick'])
  })

  it('the document number ends at the right edge of the 版心, 7/8 of a character below the line', () => {
    const number = boxes.filter((w) => w.page === 1 && w.text.includes('〔2026〕')).at(0)!
    near(number.right, 184)
    const ink = first.extent(isDark, { left: 100, right: 190, top: headLine().bottom, bottom: headLine().bottom + 15 })!
    // Characters have a little air at the top of their box, up to a millimetre.
    const gap = ink.top - headLine().bottom
    expect(gap).toBeGreaterThanOrEqual((16 * 25.4 * 7) / 72 / 8 - 0.1)
    expect(gap).toBeLessThanOrEqual((16 * 25.4 * 7) / 72 / 8 + 1)
  })

  it('the first page shows no number', () => {
    expect(first.extent(isDark, { ...everything, top: 263, bottom: 297 })).toBeNull()
  })

  it('full pages have 22 lines in the 版心, at one distance, of 28 characters each (5.2.3)', () => {
    const lines = linesOf(boxes.filter((w) => w.page === 2 && !/[—\d]/u.test(w.text)))
    expect(lines).toHaveLength(22)
    for (let i = 1; i < lines.length; i += 1) near(lines[i]!.top - lines[i - 1]!.top, 225 / 22, 0.1)
    expect(new Set(lines.map((l) => [...l.text].length))).toEqual(new Set([28]))
    lines.forEach((l) => {
      near(l.left, 28)
      near(l.right, 184)
    })
  })

  it('paragraphs are indented by two characters, the addressee is not', () => {
    const lines = linesOf(boxes.filter((w) => w.page === 1))
    near(lines.find((l) => l.text.startsWith('某公司'))!.left, 28)
    near(lines.find((l) => l.text.startsWith('本局于'))!.left, 28 + (2 * 156) / 28)
  })

  it('even pages have their number left, odd pages right, one character in, the dash 7 mm below the 版心 (7.5)', async () => {
    const number = (page: number) => boxes.filter((w) => w.page === page && w.top > 262)
    const one = (14 * 25.4) / 72
    near(Math.min(...number(2).map((w) => w.left)), 28 + one)
    near(Math.max(...number(3).map((w) => w.right)), 184 - one)
    const { bytes } = await renderLetter('refused-internal-affairs', refusedProps)
    const second = await picture(bytes, 2)
    const dash = second.extent(isDark, { left: 30, right: 35, top: 263, bottom: 290 })!
    near((dash.top + dash.bottom) / 2, 262 + 7)
  })

  it('name and date stand as in 7.3.5.2: the longer date two characters from the right, beginning two characters after the name', () => {
    const last = boxes.filter((w) => w.page === boxes.at(-1)!.page)
    const agency = last.find((w) => w.text === '示例市公安局')!
    const date = last.find((w) => w.text.startsWith('2026年11月20日'))!
    const two = (2 * 156) / 28
    near(date.right, 184 - two)
    near(date.left - agency.left, two)
  })

  /** Kinds of the two rules met going down a column of the paper. */
  function thickness(top: number, bottom: number): string[] {
    const runs: number[] = []
    let run = 0
    for (let y = top; y < bottom + 0.1; y += 0.1) {
      if (isRed(...first.at(24, y + 0.05))) run += 1
      else if (run > 0) {
        runs.push(run)
        run = 0
      }
    }
    expect(runs).toHaveLength(2)
    return runs.map((r) => (r === Math.max(...runs) ? 'thick' : 'thin'))
  }
})

describe.skipIf(!hasTool('pdftoppm'))('receipt, drawn by pdftoppm (needs poppler-utils)', () => {
  it('carries the status page as a QR code of at least 25 mm, every module in place', async () => {
    const { bytes } = await renderLetter('registration-receipt', receiptProps)
    const page = await picture(bytes, 1)
    const area = page.extent(isDark, { left: 28, right: 80, top: 225, bottom: 262 })!
    expect(area.right - area.left).toBeGreaterThanOrEqual(25)
    const { modules } = QRCode.create(receiptProps.statusUrl!, { errorCorrectionLevel: 'M' })
    const step = (area.right - area.left) / modules.size
    const wrong: string[] = []
    for (let y = 0; y < modules.size; y += 1) {
      for (let x = 0; x < modules.size; x += 1) {
        const dark = isDark(...page.at(area.left + (x + 0.5) * step, area.top + (y + 0.5) * step))
        if (dark !== (modules.get(y, x) !== 0)) wrong.push(`${x},${y}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe.skipIf(!hasTool('pdftotext'))('long agency names and seals, measured with pdftotext (needs poppler-utils)', () => {
  it('a name of 25 characters stays within the 版心 and on one line', async () => {
    const letterhead = '内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗公安局'
    const { bytes } = await renderLetter('granted', { ...grantedProps, letterhead })
    const name = linesOf((await words(bytes)).filter((w) => w.page === 1))[0]!
    expect(name.text).toBe(letterhead)
    expect(name.left).toBeGreaterThanOrEqual(20)
    expect(name.right).toBeLessThanOrEqual(190)
  })

  it('with a seal the date keeps four characters from the right and the name is centred over it (7.3.5.1)', async () => {
    const found = await words((await renderLetter('granted', { ...grantedProps, sealed: true })).bytes)
    const last = found.filter((w) => w.page === 2)
    const agency = last.find((w) => w.text === '示例市公安局')!
    const date = last.find((w) => w.text.startsWith('2026年11月20日'))!
    near(date.right, 184 - (4 * 156) / 28)
    near((agency.left + agency.right) / 2, (date.left + date.right) / 2)
  })
})

/** Joins words that stand on one line. */
function linesOf(found: readonly Word[]): Word[] {
  const lines: Word[] = []
  for (const w of found) {
    const at = lines.findIndex((l) => Math.abs(l.top - w.top) < 1)
    const line = lines[at]
    if (line === undefined) lines.push(w)
    else lines[at] = { ...line, text: line.text + w.text, left: Math.min(line.left, w.left), right: Math.max(line.right, w.right) }
  }
  return lines
}
