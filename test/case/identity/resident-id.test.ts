import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthFault, residentIdFault } from '#case/identity/resident-id.ts'
import { civilDate } from '#law/civil-date.ts'

/** The check of GB 11643—1999 (ISO 7064 MOD 11-2) in its recursive form: another way than the code under test takes. */
function complete(body: string): string {
  let remainder = 0
  for (const digit of body) remainder = ((remainder + Number(digit)) * 2) % 11
  const check = (12 - remainder) % 11
  return body + (check === 10 ? 'X' : String(check))
}

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const body = fc.tuple(fc.integer({ min: 0, max: 999_999 }), day, fc.integer({ min: 0, max: 999 })).map(([place, birth, serial]) => `${String(place).padStart(6, '0')}${birth}${String(serial).padStart(3, '0')}`)

describe('a resident identity number (GB 11643—1999)', () => {
  it('is right as the standard prints it: 11010519491231002X and 440524188001010014', () => {
    expect(residentIdFault('11010519491231002X')).toBeNull()
    expect(residentIdFault('440524188001010014')).toBeNull()
  })

  it('is right with the check digit of ISO 7064 MOD 11-2, whatever place, birthday and serial', () => {
    fc.assert(fc.property(body, (text) => void expect(residentIdFault(complete(text))).toBeNull()))
  })

  it('is wrong with any other check digit', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...'0123456789X'), (text, check) => {
        const right = complete(text)
        fc.pre(check !== right[17])
        expect(residentIdFault(text + check)).toContain('校验码')
      }),
    )
  })

  it('is wrong when any one digit was misread', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (text, at, shift) => {
        const right = complete(text)
        const misread = String((Number(right[at]) + shift) % 10)
        expect(residentIdFault(right.slice(0, at) + misread + right.slice(at + 1))).not.toBeNull()
      }),
    )
  })

  it('is wrong when two neighbouring digits were swapped', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 15 }), (text, at) => {
        const right = complete(text)
        fc.pre(right[at] !== right[at + 1])
        expect(residentIdFault(right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2))).not.toBeNull()
      }),
    )
  })

  it.each(['', '11010519491231002', '11010519491231002XX', '11010519491231002x', '1101051949123100２X', 'A1010519491231002X'])('wants 18 places: %s', (text) => {
    expect(residentIdFault(text)).toContain('18位')
  })

  it.each(['19490229', '19491301', '19490431', '00000000', '18491231'])('names the birthday that is none: %s', (birth) => {
    expect(residentIdFault(complete(`110105${birth}002`))).toContain(`“${birth}”不是一个出生日期`)
  })

  it('belongs to nobody before the day of birth', () => {
    const born = complete('11010520261120002')
    expect(birthFault(born, civilDate('2026-11-19'))).toContain('出生日期还没有到')
    expect(birthFault(born, civilDate('2026-11-20'))).toBeNull()
    fc.assert(fc.property(body, (text) => void expect(birthFault(complete(text), civilDate('2026-11-20'))).toBeNull()))
  })

  it('knows the leap day', () => {
    expect(residentIdFault(complete('11010520000229002'))).toBeNull()
    expect(residentIdFault(complete('11010519000229002'))).toContain('出生日期')
  })
})
