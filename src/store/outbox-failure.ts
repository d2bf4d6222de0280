import { AppError } from '#platform/errors.ts'

/**
 * What operators read about a failed job: kind, code and place. Never the message of a foreign error, because a database
 * or a parser quotes the data that it did not like.
 */
export function operatorText(error: unknown): string {
  const root = rootOf(error)
  if (root instanceof AppError) return [root.options.code ?? root.kind, root.options.internal].filter(Boolean).join(': ').slice(0, 300)
  if (!(root instanceof Error)) return 'unknown failure'
  const facts = ['code', 'constraint_name', 'table_name'].map((name) => field(root, name)).filter(Boolean)
  return [root.name, ...facts, placeOf(root)].filter(Boolean).join(' ').slice(0, 300)
}

/** drizzle wraps what the driver said, with every parameter in its text. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && !(error instanceof AppError) && error.cause !== undefined ? rootOf(error.cause) : error
}

function field(error: Error, name: string): string | null {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/** `at render-letter.handler.ts:42` of the innermost frame that is ours. */
function placeOf(error: Error): string | null {
  const found = error.stack?.match(/\/(?:src|templates)\/(?:[^\s():]+\/)?([^\s():/]+:\d+):\d+/)
  return found ? `at ${found[1]}` : null
}
