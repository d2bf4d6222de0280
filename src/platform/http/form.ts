import type { Context } from 'hono'

/** A parsed form body. Repeated names keep the last text, as in {@link text}; all of them are in `all`. */
export interface FormBody {
  text(name: string): string
  all(name: string): string[]
  /** The files chosen in a file input; one that was left empty gives none. */
  files(name: string): File[]
  /** Every text field, for showing the form again just as it was typed. */
  readonly values: Readonly<Record<string, string>>
}

const parsed = new WeakMap<Request, Promise<FormBody>>()

/** Reads the form of this request once, however many ask. Anything that is no form reads as an empty one. */
export function formOf(c: Context): Promise<FormBody> {
  const known = parsed.get(c.req.raw)
  if (known) return known
  const reading = read(c)
  parsed.set(c.req.raw, reading)
  return reading
}

async function read(c: Context): Promise<FormBody> {
  const type = c.req.header('content-type') ?? ''
  const isForm = type.startsWith('application/x-www-form-urlencoded') || type.startsWith('multipart/form-data')
  const data = isForm ? await c.req.formData().catch(() => new FormData()) : new FormData()
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of data) if (typeof value === 'string') values[name] = value.replaceAll('\r\n', '\n')
  return {
    values,
    text: (name) => values[name] ?? '',
    all: (name) => data.getAll(name).filter((value): value is string => typeof value === 'string'),
    files: (name) => data.getAll(name).filter((value): value is File => typeof value !== 'string' && (value.name !== '' || value.size > 0)),
  }
}
