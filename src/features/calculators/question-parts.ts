import * as z from 'zod'
import { isCivilDate, type CivilDate } from '#law/civil-date.ts'

/** A day of the API, `YYYY-MM-DD` exactly; the public pages read more ways of writing it. */
export function day(label: string) {
  return z
    .string({ error: ({ input }) => (input === undefined ? `请填写${label}` : `${label}要写成文字，例如"2026-09-24"`) })
    .meta({ format: 'date' })
    .transform((text, ctx): CivilDate => {
      if (isCivilDate(text)) return text
      ctx.addIssue({ code: 'custom', message: `${label}“${text.slice(0, 20)}”不是一个日期，要写成YYYY-MM-DD，例如2026-09-24` })
      return z.NEVER
    })
    .describe(label)
}

/** A whole number from 1 to `most`, as a JSON number. */
export function count(label: string, most: number) {
  return z
    .int({ error: ({ input }) => (input === undefined ? `请填写${label}` : `${label}要写成整数${isQuoted(input) ? '，不加引号' : ''}`) })
    .min(1, { error: `${label}至少是1` })
    .max(most, { error: `${label}最多${most}` })
    .describe(label)
}

function isQuoted(input: unknown): boolean {
  return typeof input === 'string' && /^\d+$/.test(input)
}

/** Words for a discriminator that names none of the known kinds. */
export function unknownKind(label: string, known: readonly string[]) {
  return ({ code }: { readonly code?: string }) => (code === 'invalid_union' ? `${label}只能是${known.join('、')}中的一个` : undefined)
}
