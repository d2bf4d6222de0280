import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import type { Runtime } from '../runtime.ts'

export type Print = (line: string) => void

interface Described {
  /** One or two words: `migrate`, `user add`. */
  readonly name: string
  readonly summary: string
  readonly usage: string
}

/** A command on the database, keys and calendar of the system. Returns the exit code; prints to `out`. */
export interface CliCommand extends Described {
  readonly needs?: 'runtime'
  run(args: readonly string[], runtime: Runtime, out: Print): Promise<number>
}

/** A command that only computes: no database is opened, the calendar is the one that comes with the software. */
export interface PureCommand extends Described {
  readonly needs: 'nothing'
  run(args: readonly string[], now: { readonly today: CivilDate; readonly calendar: WorkingCalendar }, out: Print): number
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
