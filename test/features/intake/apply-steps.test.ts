import { describe, expect, it } from 'vitest'
import { applicationIn, chosenAuthority, faultsOf, firstOpenStep, submissionKey } from '#features/intake/apply-steps.ts'
import { civilDate } from '#law/civil-date.ts'
import type { Authority } from '#store/tables/authority.table.ts'

const TODAY = civilDate('2026-11-20')
const CITY = { id: 'city', name: '示例市公安局' } as Authority
const DISTRICT = { id: 'district', name: '东城分局' } as Authority
const WHO = { applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '000000190001010009' }
const FULL = { ...WHO, phone: '000 0000 0001', email: '', address: '', description: '验收报告', form: 'paper', way: 'pickup' }
const fields = (...args: Parameters<typeof faultsOf>) => faultsOf(...args).map(({ field }) => field)

describe('您是谁', () => {
  it('names every fault at once, in the order of the page', () => {
    expect(fields('who', { ...WHO, name: '', documentNumber: '000000190001010008' }, [CITY], TODAY)).toEqual(['name', 'documentNumber'])
  })

  it('refuses an identity number whose check digit does not fit', () => {
    expect(faultsOf('who', { ...WHO, documentNumber: '000000190001010008' }, [CITY], TODAY)[0]?.message).toContain('校验码')
  })

  it('refuses an identity number whose holder is not born yet', () => {
    expect(faultsOf('who', { ...WHO, documentNumber: '00000020990101001X' }, [CITY], TODAY)).toEqual([{ field: 'documentNumber', message: expect.stringContaining('出生日期还没有到') }])
    expect(faultsOf('who', { ...WHO, documentNumber: '000000202611200016' }, [CITY], TODAY)).toEqual([])
  })

  it.each(['\u200B\u2060', '\u00AD \uFEFF'])('asks for a name where only invisible characters were typed: %j', (name) => {
    expect(faultsOf('who', { ...WHO, name }, [CITY], TODAY)).toEqual([{ field: 'name', message: '请填写姓名或者名称' }])
  })

  it('wants letters in a name, and no pictures', () => {
    expect(faultsOf('who', { ...WHO, name: '申请人\u{1F600}' }, [CITY], TODAY)).toEqual([{ field: 'name', message: '姓名里有“\u{1F600}”，请照证件写' }])
    expect(faultsOf('who', { ...WHO, name: '……' }, [CITY], TODAY)).toEqual([{ field: 'name', message: '姓名或者名称里要有文字，请照证件写' }])
    for (const name of ['𠮷野㐂', '𬱖', '买买提·阿不都', 'O’Neil', '3号公司']) expect(faultsOf('who', { ...WHO, name }, [CITY], TODAY)).toEqual([])
  })

  it('reads full-width figures and blanks in a number', () => {
    expect(faultsOf('who', { ...WHO, documentNumber: '０00000 19000101 0009' }, [CITY], TODAY)).toEqual([])
  })

  it('wants a credit code from an organization', () => {
    expect(fields('who', { ...WHO, applicantKind: 'business' }, [CITY], TODAY)).toEqual(['documentType'])
  })

  it('asks for the authority only where there are several', () => {
    expect(faultsOf('who', WHO, [CITY], TODAY)).toEqual([])
    expect(fields('who', WHO, [CITY, DISTRICT], TODAY)).toEqual(['authorityId'])
    expect(fields('who', { ...WHO, authorityId: 'elsewhere' }, [CITY, DISTRICT], TODAY)).toEqual(['authorityId'])
    expect(faultsOf('who', { ...WHO, authorityId: 'district' }, [CITY, DISTRICT], TODAY)).toEqual([])
  })

  it('takes the only authority whatever was sent', () => {
    expect(chosenAuthority({ authorityId: 'elsewhere' }, [CITY])).toBe(CITY)
  })
})

describe('联系方式 and 怎么给您', () => {
  it('wants one way of contact, whichever', () => {
    expect(fields('contact', {}, [CITY], TODAY)).toEqual(['phone'])
    expect(faultsOf('contact', { address: '示例市示例路1号' }, [CITY], TODAY)).toEqual([])
  })

  it('wants an address where the answer comes by post, and says so beside a missing form', () => {
    expect(fields('how', { way: 'post' }, [CITY], TODAY)).toEqual(['form', 'address'])
  })

  it('wants a way that can bring the form, at the field of the way (条例第四十条)', () => {
    expect(faultsOf('how', { form: 'paper', way: 'email', email: '' }, [CITY], TODAY)).toEqual([{ field: 'way', message: expect.stringContaining('形式请选电子文件') }])
    expect(faultsOf('how', { form: 'inspection', way: 'post', address: '' }, [CITY], TODAY)).toEqual([{ field: 'way', message: expect.stringContaining('途径请选当面或者自行领取') }])
    expect(faultsOf('how', { form: 'inspection', way: 'pickup' }, [CITY], TODAY)).toEqual([])
    expect(faultsOf('how', { form: 'electronic', way: 'post', address: '示例路8号' }, [CITY], TODAY)).toEqual([])
    expect(firstOpenStep({ ...FULL, form: 'paper', way: 'email', email: 'a@example.com' }, [CITY], TODAY)).toBe('how')
  })

  it('wants an e-mail address where the answer comes by e-mail', () => {
    expect(fields('how', { form: 'electronic', way: 'email', email: '' }, [CITY], TODAY)).toEqual(['email'])
  })
})

describe('需要什么信息 (条例第二十九条第二款第二项)', () => {
  it.each([
    ['a NUL', '验收\u0000报告'],
    ['a direction override', '验收\u202E报告'],
    ['half a surrogate pair', '验收\uD800报告'],
  ])('refuses %s, naming the field', (_, description) => {
    expect(fields('what', { description }, [CITY], TODAY)).toEqual(['description'])
  })

  it('refuses more than 2000 characters and counts them as people do', () => {
    expect(faultsOf('what', { description: '𠮷'.repeat(2001) }, [CITY], TODAY)[0]?.message).toContain('现在2001个字')
    expect(faultsOf('what', { description: '𠮷'.repeat(2000) }, [CITY], TODAY)).toEqual([])
  })

  it('does not ask what the information is for', () => {
    expect(faultsOf('what', { description: '验收报告' }, [CITY], TODAY)).toEqual([])
  })
})

describe('the whole application', () => {
  it('is complete when no step has a fault', () => {
    expect(firstOpenStep({ ...FULL, phone: '' }, [CITY], TODAY)).toBe('contact')
    expect(firstOpenStep(FULL, [CITY], TODAY)).toBeNull()
  })

  it('holds what was typed, tidied, and nothing that is no field of it', () => {
    expect(applicationIn({ ...FULL, authorityId: 'city', keptNumbers: 'x', name: ' 申请人甲 ' })).toEqual({
      applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '000000190001010009',
      phone: '000 0000 0001', description: '验收报告', form: 'paper', way: 'pickup',
    })
  })

  it('has one key per draft and content', () => {
    expect(submissionKey('a', FULL)).toBe(submissionKey('a', { ...FULL }))
    expect(submissionKey('a', FULL)).not.toBe(submissionKey('b', FULL))
    expect(submissionKey('a', FULL)).not.toBe(submissionKey('a', { ...FULL, description: '检定证书' }))
  })
})
