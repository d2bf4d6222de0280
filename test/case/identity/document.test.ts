import { describe, expect, it } from 'vitest'
import { documentFault, documentSuits, normalizeDocumentNumber } from '#case/identity/document.ts'

describe('a document number', () => {
  it('is compared without spaces, hyphens, full-width signs and small letters', () => {
    expect(normalizeDocumentNumber(' 110105 1949-1231 002x ')).toBe('11010519491231002X')
    expect(normalizeDocumentNumber('１１０１０５１９４９１２３１００２ｘ')).toBe('11010519491231002X')
  })

  it('is checked by the rule of its type', () => {
    expect(documentFault('resident_id', '11010519491231002X')).toBeNull()
    expect(documentFault('resident_id', '91350100M000100Y43')).toContain('身份证号码')
    expect(documentFault('credit_code', '91350100M000100Y43')).toBeNull()
    expect(documentFault('credit_code', '11010519491231002X')).toContain('统一社会信用代码')
  })

  it.each(['passport', 'hk_macao_permit', 'taiwan_permit'] as const)('of type %s has 5 to 20 digits or letters', (type) => {
    expect(documentFault(type, 'E12345678')).toBeNull()
    for (const bad of ['', 'E123', 'E'.repeat(21), 'E1234_678', '护照12345']) expect(documentFault(type, bad)).toContain('5至20位')
  })

  it('is a personal one for a natural person and a credit code for an organization', () => {
    expect(documentSuits('natural_person', 'passport')).toBe(true)
    expect(documentSuits('natural_person', 'credit_code')).toBe(false)
    expect(documentSuits('business', 'credit_code')).toBe(true)
    expect(documentSuits('public_welfare', 'resident_id')).toBe(false)
  })
})
