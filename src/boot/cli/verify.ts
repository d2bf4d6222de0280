import { verifyChains } from '#store/verify.ts'
import type { CliCommand } from './command.ts'

/** Re-computes the hash chain of every case. Exit code 1 when a link is broken. */
export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: '重算全部案件的记录校验链',
  usage: 'verify',
  async run(_args, { services }, out) {
    const { cases, events, broken } = await verifyChains(services.sql)
    for (const fault of broken) out(`${fault.number}（${fault.authorityId}）第${fault.seq}条：${fault.reason}`)
    out(broken.length === 0 ? `${cases}件案件，${events}条记录，前后相接，未被改动` : `${cases}件案件，${events}条记录，${broken.length}件校验不符`)
    return broken.length === 0 ? 0 : 1
  },
}
