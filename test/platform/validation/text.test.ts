import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { line, optional, paragraph } from '#platform/validation/text.ts'
import { parse } from '#platform/validation/parse.ts'

const INVISIBLE = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD'] as const
const invisible = fc.array(fc.constantFrom(...INVISIBLE, ' '), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
const visible = fc.string({ unit: fc.constantFrom(...'申请人甲乙丙丁戊己庚辛', '𠮷', '㐂', '𬱖', 'a', '·'), minLength: 1, maxLength: 20 })
const name = line({ label: '姓名', max: 100 })

describe('characters that nobody sees', () => {
  it('alone are no text: the field is missing, and an optional one counts as left out', () => {
    fc.assert(
      fc.property(invisible, (text) => {
        expect(parse(name, text)).toEqual({ ok: false, errors: [{ field: 'body', message: '请填写姓名' }] })
        expect(parse(optional(name), text)).toEqual({ ok: true, value: undefined })
      }),
    )
  })

  it('are taken out wherever they stand, and nothing else is', () => {
    fc.assert(
      fc.property(visible, fc.nat(), fc.constantFrom(...INVISIBLE), (text, at, character) => {
        const letters = [...text]
        letters.splice(at % (letters.length + 1), 0, character)
        expect(parse(name, letters.join(''))).toEqual({ ok: true, value: text })
      }),
    )
  })

  it('do not count against the length', () => {
    expect(parse(paragraph({ label: '描述', max: 2 }), '甲\u200B\u200B乙')).toEqual({ ok: true, value: '甲乙' })
  })
})
