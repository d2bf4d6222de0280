import * as z from 'zod'

/** A whole number, typed or sent as JSON; `max` bounds it. A page sends the text of a field, empty where nothing was typed. */
export function wholeNumber({ label, example, max }: { readonly label: string; readonly example: number; readonly max: number }) {
  const wrong = `${label}要填1至${max.toLocaleString('en-US')}的整数，例如${example}`
  return z.preprocess((value) => (typeof value === 'string' ? numberIn(value, /^\d{1,9}$/) : value), z.int({ error: ({ input }) => (input === undefined ? `请填写${label}，例如${example}` : wrong) }).min(1, { error: wrong }).max(max, { error: wrong }))
}

/** An amount in yuan with at most two decimals, as 54,700 or 54700.5, read as integer fen. */
export function yuanInFen({ label }: { readonly label: string }) {
  const wrong = `${label}按元填写，最多两位小数，例如54,700`
  return z
    .preprocess((value) => (typeof value === 'string' ? numberIn(value.replace(/[,，]/g, '').replace(/元$/, ''), /^\d{1,9}(?:\.\d{1,2})?$/) : value), z.number({ error: ({ input }) => (input === undefined ? `请填写${label}，单位元` : wrong) }).positive({ error: wrong }).max(999_999_999, { error: wrong }))
    // A whole number of fen divided by 100 is the very number that its decimal text is read as.
    .refine((yuan) => Math.round(yuan * 100) / 100 === yuan, { error: wrong })
    .transform((yuan) => Math.round(yuan * 100))
}

/** Undefined for nothing, the number, or what was typed where it is none. */
function numberIn(text: string, shape: RegExp): number | string | undefined {
  const trimmed = text.replace(/\s/g, '')
  if (trimmed === '') return undefined
  return shape.test(trimmed) ? Number(trimmed) : text
}
