import type { CliCommand } from './command.ts'

/** Opening the runtime has migrated already; this tells what was done. */
export const migrateCommand: CliCommand = {
  name: 'migrate',
  summary: '把数据库升级到当前版本',
  usage: 'migrate',
  async run(_args, runtime, out) {
    out(runtime.migrated.length === 0 ? '数据库已经是当前版本' : `已执行：${runtime.migrated.join('、')}`)
    return 0
  },
}
