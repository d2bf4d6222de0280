import { describe, expect, it } from 'vitest'
import { qrPath } from '#features/intake/apply-qr.tsx'

/** Modules that a path covers, row by row. */
function modules({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('.'))
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(run); at += 1) rows[Number(y)]![Number(x) + at] = '#'
  }
  return rows.map((row) => row.join(''))
}

describe('QR of the receipt', () => {
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
})
