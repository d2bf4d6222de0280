/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest'
import { QrCode, qrPath } from '#ui/qr-code.tsx'

/** Modules that a path covers, row by row. */
function modules({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('.'))
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(run); at += 1) rows[Number(y)]![Number(x) + at] = '#'
  }
  return rows.map((row) => row.join(''))
}

describe('a QR code', () => {
  it('has the three finder patterns of ISO/IEC 18004 in its corners', () => {
    const drawn = modules(qrPath('https://open.example.test/status?number=2026-0187'))
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
    expect(drawn.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(finder)
    expect(drawn.slice(0, 7).map((row) => row.slice(-7))).toEqual(finder)
    expect(drawn.slice(-7).map((row) => row.slice(0, 7))).toEqual(finder)
    expect(drawn.at(-8)?.[8]).toBe('#')
  })

  it('differs with its text and is the same for the same text', () => {
    expect(qrPath('a')).toEqual(qrPath('a'))
    expect(qrPath('a').path).not.toBe(qrPath('b').path)
  })

  it('is a picture with words, as large as its frame or as asked, with a white edge and without a style of its own', () => {
    const { size } = qrPath('a')
    const framed = String(<QrCode text="a" label="二维码：打开查询页" />)
    expect(framed).toContain(`<svg viewBox="-2 -2 ${size + 4} ${size + 4}" role="img" aria-label="二维码：打开查询页"`)
    expect(framed).toContain(`<rect x="-2" y="-2" width="${size + 4}" height="${size + 4}" fill="#fff">`)
    expect(framed).not.toContain('style')
    expect(String(<QrCode text="a" label="a" size={208} />)).toContain('<svg width="208" height="208"')
  })
})
