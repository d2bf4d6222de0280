import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeFault } from '#case/identity/credit-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check of GB 32100—2015 by powers of three modulo 31: the weights of the standard are 3^(i−1) mod 31. */
function complete(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += weight * ALPHABET.indexOf(character)
    weight = (weight * 3) % 31
  }
  return body + ALPHABET[(31 - (sum % 31)) % 31]
}

const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((characters) => characters.join(''))

describe('a unified social credit code (GB 32100—2015)', () => {
  it('is right with the check character of the standard, whatever stands before it', () => {
    fc.assert(fc.property(body, (text) => void expect(creditCodeFault(complete(text))).toBeNull()))
  })

  it('is wrong with any other check character', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...ALPHABET), (text, check) => {
        const right = complete(text)
        fc.pre(check !== right[17])
        expect(creditCodeFault(text + check)).toContain('校验码')
      }),
    )
  })

  it('is wrong when any one character was misread', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 30 }), (text, at, shift) => {
        const right = complete(text)
        const misread = ALPHABET[(ALPHABET.indexOf(right[at]!) + shift) % 31]!
        expect(creditCodeFault(right.slice(0, at) + misread + right.slice(at + 1))).toContain('校验码')
      }),
    )
  })

  it.each(['', '9135010000000001', '91350100M000100Y43X', '91350100m000100y43', '91350100M000100Y4-'])('wants 18 digits or capitals: %s', (text) => {
    expect(creditCodeFault(text)).toContain('18位')
  })

  it.each(['I', 'O', 'S', 'V', 'Z'])('says that %s does not occur', (letter) => {
    expect(creditCodeFault(`9135010${letter}M000100Y43`)).toContain(`不会有字母${letter}`)
  })

  it('accepts a published code: 91350100M000100Y43', () => {
    expect(creditCodeFault('91350100M000100Y43')).toBeNull()
  })
})
