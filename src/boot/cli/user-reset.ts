import { resetAccess } from '#features/accounts/index.ts'
import { readArgs, required, type CliCommand } from './command.ts'
import { readPassword } from './password-input.ts'

/** For somebody who forgot his password or lost his phone. */
export const userResetCommand: CliCommand = {
  name: 'user reset',
  summary: '重设密码，取消动态口令，解除登录锁定',
  usage: 'user reset <用户名>\n  新密码从环境变量 ZHIXI_PASSWORD 或者标准输入读，至少10个字',
  async run(args, { services }, out) {
    const username = required(readArgs(args, {}).positionals[0], '用户名')
    const outcome = await resetAccess(services, username, await readPassword())
    out(outcome.ok ? `账号${username}的密码已重设，动态口令和登录锁定已取消，打开着的登录都已结束` : outcome.refusal.message)
    return outcome.ok ? 0 : 1
  },
}
