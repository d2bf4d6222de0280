import { describe, expect, it } from 'vitest'
import { wayFault } from '#case/ways.ts'
import { FORMS, WAYS, type Form, type Way } from '#case/words.ts'

const FITS: readonly (readonly [Form, Way])[] = [
  ['paper', 'post'], ['paper', 'pickup'], ['paper', 'on_site'],
  ['electronic', 'email'], ['electronic', 'post'], ['electronic', 'pickup'], ['electronic', 'on_site'],
  ['inspection', 'on_site'], ['inspection', 'pickup'],
]
const pairs = (Object.keys(FORMS) as Form[]).flatMap((form) => (Object.keys(WAYS) as Way[]).map((way) => [form, way] as const))

describe('the way that information is given must be able to bring its form (条例第二十九条第二款第三项)', () => {
  it('fits for exactly these pairs', () => {
    expect(pairs.filter(([form, way]) => wayFault(form, way) === null).toSorted()).toEqual(FITS.toSorted())
  })

  it('is told, where it does not fit, with what does: a way for the form and a form for the way', () => {
    expect(wayFault('paper', 'email')).toBe('纸质的可以邮寄、自行领取、当面给；要用电子邮件，形式请选电子文件')
    expect(wayFault('inspection', 'post')).toBe('查阅、抄录要到现场，途径请选当面或者自行领取；要邮寄、发电子邮件，形式请选纸质或者电子文件')
  })

  it('every form has a way, and every way a form (条例第四十条)', () => {
    for (const form of Object.keys(FORMS)) expect(FITS.some(([one]) => one === form), form).toBe(true)
    for (const way of Object.keys(WAYS)) expect(FITS.some(([, one]) => one === way), way).toBe(true)
  })
})
