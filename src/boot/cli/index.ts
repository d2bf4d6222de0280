import { authorityListCommand } from './authority-list.ts'
import { authoritySetCommand } from './authority-set.ts'
import { calendarImportCommand } from './calendar-import.ts'
import { caseShowCommand } from './case-show.ts'
import type { CliCommand, PureCommand } from './command.ts'
import { deadlineCommand } from './deadline.ts'
import { feeCommand } from './fee.ts'
import { letterListCommand } from './letter-list.ts'
import { letterRetryCommand } from './letter-retry.ts'
import { migrateCommand } from './migrate.ts'
import { outboxTroubleCommand } from './outbox-trouble.ts'
import { publishedImportCommand } from './published-import.ts'
import { registerImportCommand } from './register-import.ts'
import { remedyCommand } from './remedy.ts'
import { seedCommand } from './seed.ts'
import { sweepCommand } from './sweep.ts'
import { unitAddCommand } from './unit-add.ts'
import { userDisableCommand, userEnableCommand } from './user-active.ts'
import { userAddCommand } from './user-add.ts'
import { userResetCommand } from './user-reset.ts'
import { verifyCommand } from './verify.ts'

export { UsageError, type CliCommand } from './command.ts'

export type AnyCommand = CliCommand | PureCommand

export const CLI_COMMANDS: readonly AnyCommand[] = [
  migrateCommand, seedCommand, verifyCommand, caseShowCommand,
  authoritySetCommand, authorityListCommand, unitAddCommand,
  userAddCommand, userDisableCommand, userEnableCommand, userResetCommand,
  letterListCommand, letterRetryCommand, outboxTroubleCommand, sweepCommand, calendarImportCommand, registerImportCommand, publishedImportCommand,
  deadlineCommand, feeCommand, remedyCommand,
]

/** The command whose name the arguments begin with, and what follows. */
export function findCommand(args: readonly string[]): { command: AnyCommand; rest: readonly string[] } | null {
  for (const command of CLI_COMMANDS) {
    const words = command.name.split(' ')
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) }
  }
  return null
}

export function helpText(): string {
  const width = Math.max(...CLI_COMMANDS.map(({ name }) => name.length)) + 2
  const lines = CLI_COMMANDS.map((command) => `  ${command.name.padEnd(width)}${command.summary}`)
  return ['用法：npm run zhixi -- <命令> [--help]', ...lines].join('\n')
}
