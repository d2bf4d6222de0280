import { setUserActive } from '#features/accounts/index.ts'
import { readArgs, required, type CliCommand } from './command.ts'

function command(name: string, active: boolean, summary: string, done: string): CliCommand {
  return {
    name,
    summary,
    usage: `${name} <用户名>`,
    async run(args, { services }, out) {
      const username = required(readArgs(args, {}).positionals[0], '用户名')
      const outcome = await setUserActive(services, username, active)
      out(outcome.ok ? `账号${username}${done}` : outcome.refusal.message)
      return outcome.ok ? 0 : 1
    },
  }
}

/** Closes an account: whoever is signed in with it is out at once. */
export const userDisableCommand = command('user disable', false, '停用账号', '已停用，正在用它的登录都已结束')

export const userEnableCommand = command('user enable', true, '恢复停用的账号', '已恢复，可以登录')
