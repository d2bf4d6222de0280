import type * as z from 'zod'
import { formatCitation, type Citation } from '#law/citation.ts'
import type { Outcome } from '#law/refusal.ts'
import { parse } from '#platform/validation/parse.ts'
import { UsageError, type Print } from './command.ts'

/** Checks what was typed against the schema of the API; every fault is named by its option or by its place in an event. */
export function readQuestion<S extends z.ZodType>(schema: S, typed: unknown, options: Readonly<Record<string, string>>): z.output<S> {
  const parsed = parse(schema, typed)
  if (parsed.ok) return parsed.value
  throw new UsageError(parsed.errors.map(({ field, message }) => `${options[field] ?? field}：${message}`).join('\n'))
}

/** A whole number of the command line; anything else stays a text, which the schema then refuses. */
export function numberOf(text: string | undefined): number | string | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : text
}

/** Prints an answer as JSON or in words, or why the law refuses it. Returns the exit code. */
export function printAnswer<A extends object>(found: Outcome<{ readonly answer: A }>, json: boolean, print: Print, inWords: (answer: A) => readonly string[]): number {
  if (!found.ok) {
    const { code, message, cite } = found.refusal
    if (json) print(JSON.stringify({ code, detail: message, ...(cite ? { cite } : {}) }, null, 2))
    else print(cite ? `${message} | ${formatCitation(cite, 'short')}` : message)
    return 1
  }
  if (json) print(JSON.stringify(found.answer, null, 2))
  else for (const line of inWords(found.answer)) print(line)
  return 0
}

/** The steps of a working, each with its article. */
export function stepLines(steps: readonly { readonly text: string; readonly cite: StepCite | null }[]): readonly string[] {
  return steps.map(({ text, cite }) => (cite ? `  ${text} | ${formatCitation(toCitation(cite), 'short')}` : `  ${text}`))
}

type StepCite = { readonly instrument: string; readonly article: number; readonly paragraph: number | null; readonly item?: number | undefined }

function toCitation({ instrument, article, paragraph, item }: StepCite): Citation {
  return { instrument: instrument as Citation['instrument'], article, ...(paragraph === null ? {} : { paragraph }), ...(item === undefined ? {} : { item }) }
}
