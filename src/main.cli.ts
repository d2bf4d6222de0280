import { defaultCalendar } from '#law/working-days.ts'
import { systemClock, today } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { silentLog } from '#platform/log.ts'
import { findCommand, helpText, UsageError, type CliCommand } from './boot/cli/index.ts'
import { sentenceFor } from './boot/exit.ts'
import { openRuntime } from './boot/runtime.ts'

/** `npm run zhixi -- …`: exit code 0 done, 1 refused or failed, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const found = findCommand(args)
  if (!found) {
    console.log(helpText())
    return args.length === 0 || args.includes('--help') ? 0 : 2
  }
  const { command, rest } = found
  if (rest.includes('--help')) {
    console.log(`${command.summary}\n用法：${command.usage}`)
    return 0
  }
  try {
    return command.needs === 'nothing' ? command.run(rest, { today: today(systemClock), calendar: defaultCalendar() }, console.log) : await runOpen(command, rest)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`${error.message}\n用法：${command.usage}`)
    return 2
  }
}

async function runOpen(command: CliCommand, rest: readonly string[]): Promise<number> {
  const runtime = await openRuntime({ config: readConfig(process.env), clock: systemClock, log: silentLog, tell: () => {}, shareDatabase: true })
  try {
    return await command.run(rest, runtime, console.log)
  } finally {
    await runtime.stop()
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentenceFor(error))
  return 1
})
