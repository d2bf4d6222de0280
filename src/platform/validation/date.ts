import * as z from 'zod'
import { civilDate, isCivilDate, type CivilDate } from '#law/civil-date.ts'

/** Reads a day as people type it: 2026-11-20, 2026/11/20, 2026.11.20, 20261120, 2026年11月20日. Null when it is none. */
export function readDate(text: string): CivilDate | null {
  const plain = text.normalize('NFKC').trim()
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain)
  if (!parts) return null
  const iso = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
  return isCivilDate(iso) ? civilDate(iso) : null
}

/** A day typed freely. */
export function dateText(label: string) {
  return z.string({ error: (issue) => (issue.input === undefined ? `请填写${label}` : `${label}要写成文字`) }).transform((text, ctx): CivilDate => {
    const date = readDate(text)
    if (date) return date
    const message = text.trim() === '' ? `请填写${label}` : `${label}“${text.trim().slice(0, 20)}”不是一个日期，例如2026-11-20`
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}
