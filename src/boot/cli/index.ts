import { calendarImportCommand } from './calendar-import.ts'
import { caseShowCommand } from './case-show.ts'
import type { CliCommand, PureCommand } from './command.ts'
import { deadlineCommand } from './deadline.ts'
import { feeCommand } from './fee.ts'
import { migrateCommand } from './migrate.ts'
import { remedyCommand } from './remedy.ts'
import { seedCommand } from './seed.ts'
import { sweepCommand } from './sweep.ts'
import { userAddCommand } from './user-add.ts'
import { verifyCommand } from './verify.ts'

export { UsageError, type CliCommand } from './command.ts'

export type AnyCommand = CliCommand | PureCommand

export const CLI_COMMANDS: readonly AnyCommand[] = [migrateCommand, seedCommand, verifyCommand, caseShowCommand, userAddCommand, sweepCommand, deadlineCommand, feeCommand, remedyCommand, calendarImportCommand]

/** The command whose name the arguments begin with, and what follows. */
export function findCommand(args: readonly string[]): { command: AnyCommand; rest: readonly string[] } | null {
  for (const command of CLI_COMMANDS) {
    const words = command.name.split(' ')
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) }
  }
  return null
}

export function helpText(): string {
  const lines = CLI_COMMANDS.map((command) => `  ${command.name.padEnd(16)}${command.summary}`)
  return ['用法：npm run zhixi -- <命令> [--help]', ...lines].join('\n')
}
