import * as z from 'zod'

/** Texts that people type. Trimmed, Unicode NFC, without characters that cannot be stored, shown or printed honestly. */
interface TextRule {
  /** What the field is called, for the messages. */
  readonly label: string
  readonly max: number
  readonly min?: number
}

/** One line; line breaks become spaces. */
export function line(rule: TextRule) {
  return base(rule, (text) => text.replace(/[\r\n\t]+/g, ' '))
}

/** Several lines. */
export function paragraph(rule: TextRule) {
  return base(rule, (text) => text.replaceAll('\r\n', '\n'))
}

/** May be left out; an empty text counts as left out. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (typeof value === 'string' && withoutInvisible(value).trim() === '' ? undefined : value), schema.optional())
}

function base({ label, max, min = 1 }: TextRule, tidy: (text: string) => string) {
  const missing = `请填写${label}`
  return z
    .string({ error: (issue) => (issue.input === undefined ? missing : `${label}要写成文字`) })
    .transform((text) => tidy(withoutInvisible(text)).normalize('NFC').trim())
    .superRefine((text, ctx) => {
      const message = fault(text, label, min, max, missing)
      if (message) ctx.addIssue({ code: 'custom', message })
    })
}

/** Zero-width characters and soft hyphens: nobody sees them, and a name of nothing else is no name. */
function withoutInvisible(text: string): string {
  return text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
}

function fault(text: string, label: string, min: number, max: number, missing: string): string | null {
  const length = [...text].length
  if (length === 0 && min > 0) return missing
  if (length < min) return `${label}至少${min}个字，现在${length}个字`
  if (length > max) return `${label}最多${max}个字，现在${length}个字`
  if (!text.isWellFormed() || text.includes('\uFFFD')) return `${label}里有残缺的字符，请删去后重写`
  const bad = UNPRINTABLE.exec(text)
  return bad ? `${label}里有看不见的控制字符（${codePoint(bad[0])}），请删去` : null
}

/** C0 and C1 controls but line feed and tab, direction overrides, and noncharacters. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
