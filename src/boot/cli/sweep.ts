import { sweep } from '../../jobs.ts'
import { readArgs, type CliCommand } from './command.ts'

/** Repairs what was missed; `--dry-run` only tells. */
export const sweepCommand: CliCommand = {
  name: 'sweep',
  summary: '补做遗漏的后台任务，清理过期数据',
  usage: 'sweep [--dry-run]',
  async run(args, { services }, out) {
    const { values } = readArgs(args, { 'dry-run': { type: 'boolean' } })
    const results = await sweep(services, { dryRun: values['dry-run'] === true })
    for (const { name, found, failure } of results) out(`${name}: ${failure ?? `${found.length}${values['dry-run'] ? '项待处理' : '项已处理'}`}`)
    return results.some((result) => result.failure) ? 1 : 0
  },
}
