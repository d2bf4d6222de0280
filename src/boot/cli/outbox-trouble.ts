import { momentText } from '#features/desk/index.ts'
import { today } from '#platform/clock.ts'
import { troubledRows } from '#store/outbox-trouble.ts'
import { readArgs, type CliCommand } from './command.ts'

/** Unfinished jobs that failed at least once; they are tried again by themselves. */
export const outboxTroubleCommand: CliCommand = {
  name: 'outbox trouble',
  summary: '列出失败过、还没有办成的后台任务',
  usage: 'outbox trouble [--json]',
  async run(args, { services }, out) {
    const { values } = readArgs(args, { json: { type: 'boolean' } })
    const rows = await troubledRows(services.db)
    const say = (moment: string) => momentText(moment, today(services.clock))
    if (values.json) out(JSON.stringify(rows, null, 2))
    else if (rows.length === 0) out('没有失败过、还没有办成的后台任务')
    else for (const { id, job, createdAt, dispatchedAt, failures, lastError } of rows) {
      out(`${id} ${job}：${say(createdAt)}排队，失败${failures}次，${dispatchedAt === null ? '等着再试' : `${say(dispatchedAt)}送出去再试`}`)
      out(`  ${lastError ?? ''}`)
    }
    return 0
  },
}
