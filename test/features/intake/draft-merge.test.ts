import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTyped, shownIn } from '#features/intake/draft-merge.ts'

const FIELDS = ['phone', 'email', 'address']
const base = { phone: '1', email: 'a', address: '' }
const shown = shownIn(FIELDS, base)

describe('two devices at one step', () => {
  it('keeps what was changed only elsewhere', () => {
    expect(mergeTyped(shown, { ...base, address: '示例路8号' }, { ...base, phone: '2' })).toEqual({ values: { phone: '2', email: 'a', address: '示例路8号' }, overwritten: [] })
  })

  it('lets the newest text win where both changed, and names the one that loses', () => {
    expect(mergeTyped(shown, { ...base, phone: '3' }, { ...base, phone: '2' })).toEqual({ values: { ...base, phone: '2' }, overwritten: [{ field: 'phone', theirs: '3' }] })
  })

  it('has nothing to report where both wrote the same, as on a double click', () => {
    expect(mergeTyped(shown, { ...base, phone: '2' }, { ...base, phone: '2' })).toEqual({ values: { ...base, phone: '2' }, overwritten: [] })
  })

  it('names a text that was emptied elsewhere while it was changed here', () => {
    expect(mergeTyped(shown, { ...base, email: '' }, { ...base, email: 'b' }).overwritten).toEqual([{ field: 'email', theirs: '' }])
  })

  it('leaves fields of other steps alone', () => {
    expect(mergeTyped(shown, { ...base, description: 'x' }, base).values).toEqual({ ...base, description: 'x' })
  })

  it('takes what was typed where it is not known what the page had shown', () => {
    for (const unknown of ['', 'phone', 'phone:zz', '%%% :: x']) expect(mergeTyped(unknown, { phone: '3' }, { phone: '2' }).values).toEqual({ phone: '2' })
  })

  it('loses no text silently: each is stored, was there already, or is named', () => {
    const text = fc.constantFrom('', 'a', 'b', 'c')
    const step = fc.record({ phone: text, email: text, address: text })
    fc.assert(
      fc.property(step, step, step, (before, theirs, mine) => {
        const { values, overwritten } = mergeTyped(shownIn(FIELDS, before), theirs, mine)
        return FIELDS.every((field) => {
          const [was, their, my] = [before, theirs, mine].map((one) => one[field as keyof typeof one])
          const safe = (one: string | undefined) => one === was || values[field] === one || overwritten.some((lost) => lost.field === field && lost.theirs === one)
          return safe(their) && safe(my)
        })
      }),
    )
  })
})
