import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLabels, textWidth } from '#ui/clock/place.ts'

describe('labels of the ribbon', () => {
  it('stay on the nearest line while they do not touch', () => {
    expect(placeLabels([{ centre: 50, width: 40 }, { centre: 150, width: 40 }], 300).map(({ level }) => level)).toEqual([0, 0])
  })

  it('hang from their end where they would stick out of the row', () => {
    expect(placeLabels([{ centre: 5, width: 40, left: 0 }, { centre: 295, width: 40, right: 300 }], 300).map(({ hang }) => hang)).toEqual(['start', 'end'])
  })

  it('never overlap on one line, wherever they are wanted', () => {
    const label = fc.record({ centre: fc.integer({ min: 100, max: 900 }), width: fc.integer({ min: 10, max: 180 }) })
    fc.assert(fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
      const placed = placeLabels(labels, 1000)
      placed.forEach((one, i) => placed.forEach((other, j) => {
        if (i >= j || one.level !== other.level) return
        const [a, b] = [labels[i]!, labels[j]!]
        expect(Math.abs(a.centre - b.centre)).toBeGreaterThanOrEqual((a.width + b.width) / 2)
      }))
    }))
  })

  it('measure Chinese signs as squares', () => {
    expect(textWidth('最晚')).toBe(24)
    expect(textWidth('11月')).toBe(26)
  })
})
