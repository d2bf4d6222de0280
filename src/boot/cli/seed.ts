import { readConfig } from '#platform/config.ts'
import { openLetters } from '../letters.ts'
import { demoIsWanting } from '../demo/seed.ts'
import { ensureSeed } from '../seed.ts'
import type { CliCommand } from './command.ts'

/** Fills an empty database with the demonstration. */
export const seedCommand: CliCommand = {
  name: 'seed',
  summary: '在空的数据库里填入示例机关、账号和案件',
  usage: 'seed',
  async run(_args, runtime, out) {
    if (!(await demoIsWanting(runtime.services.db))) {
      out('数据库里已经有机关，没有再填')
      return 0
    }
    const config = { ...readConfig(process.env), ZHIXI_DEMO: true }
    const letters = openLetters(config)
    const demo = await ensureSeed(runtime, config, letters).finally(() => letters.close())
    out(`已填入示例；账号${demo?.people.length ?? 0}个，密码都是${demo?.password ?? ''}`)
    return 0
  },
}
