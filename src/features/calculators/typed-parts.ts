import * as z from 'zod'
import { civilDate, formatDate } from '#law/civil-date.ts'
import { dateText } from '#platform/validation/date.ts'
import { optional } from '#platform/validation/text.ts'

/** Nothing beyond is foreseeable: arrangements come out one year ahead. */
const LATEST = civilDate('2049-12-31')

/** A day as people type it. */
export function typedDay(label: string) {
  return dateText(label).refine((date) => date <= LATEST, { error: `${label}太远了，最晚到${formatDate(LATEST)}` })
}

/** The same, or nothing. */
export function maybeDay(label: string) {
  return optional(typedDay(label))
}

/** A whole number as people type it: full-width figures, thousands signs and measure words are read too. */
export function typedCount(label: string, example: string, most: number) {
  return z
    .string({ error: `请填写${label}` })
    .transform((text) => text.normalize('NFKC').replace(/[\s,，件页个工作日天第]/gu, ''))
    .superRefine((text, ctx) => {
      const message = fault(text, label, example, most)
      if (message !== null) ctx.addIssue({ code: 'custom', message })
    })
    .transform(Number)
}

function fault(text: string, label: string, example: string, most: number): string | null {
  if (text === '') return `请填写${label}`
  if (!/^\d{1,9}$/.test(text)) return `${label}要写成整数，例如${example}`
  if (Number(text) < 1) return `${label}至少是1`
  return Number(text) > most ? `${label}最多${most}` : null
}
