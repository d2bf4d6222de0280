import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Runtime } from '../runtime.ts'

/** One command of `npm run zhixi -- <name> …`. */
export interface CliCommand {
  /** One or two words: `migrate`, `user add`. */
  readonly name: string
  readonly summary: string
  readonly usage: string
  /** Returns the exit code; prints to `out`. */
  run(args: readonly string[], runtime: Runtime, out: (line: string) => void): Promise<number>
}

/** What was typed is wrong: printed with the usage, exit code 2. */
export class UsageError extends Error {}

/** Reads options and positionals; an unknown option is a usage error. */
export function readArgs<O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A value that must be given. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`缺少${name}`)
  return value
}
