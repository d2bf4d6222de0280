import { isRole, ROLES, type Role } from '#case/roles.ts'
import { addUser } from '#features/accounts/index.ts'
import { readArgs, required, UsageError, type CliCommand } from './command.ts'
import { readPassword } from './password-input.ts'

/** Adds an account. The password comes from ZHIXI_PASSWORD or standard input, never from the command line. */
export const userAddCommand: CliCommand = {
  name: 'user add',
  summary: '添加账号',
  usage: [
    'user add --username <用户名> --name <姓名> --authority <机关编号> --unit <科室编号> --role <角色> [--role <角色>…]',
    '  密码从环境变量 ZHIXI_PASSWORD 或者标准输入读，至少10个字',
    `  角色：${Object.entries(ROLES).map(([key, word]) => `${key} ${word}`).join('、')}`,
  ].join('\n'),
  async run(args, { services }, out) {
    const { values } = readArgs(args, {
      username: { type: 'string' },
      name: { type: 'string' },
      authority: { type: 'string' },
      unit: { type: 'string' },
      role: { type: 'string', multiple: true },
    })
    const roles: Role[] = (values.role ?? []).map((role) => {
      if (!isRole(role)) throw new UsageError(`没有角色${role}`)
      return role
    })
    if (roles.length === 0) throw new UsageError('缺少 --role')
    const added = await addUser(services, {
      username: required(values.username, '--username'),
      name: required(values.name, '--name'),
      authorityId: required(values.authority, '--authority'),
      unitId: required(values.unit, '--unit'),
      roles,
      password: await readPassword(),
    })
    out(added.ok ? `已添加账号${values.username}` : added.refusal.message)
    return added.ok ? 0 : 1
  },
}
