import { listAuthorities, listUnits } from '#store/authority.ts'
import { readArgs, type CliCommand } from './command.ts'

/** Which authorities and units there are, with the ids that other commands ask for. */
export const authorityListCommand: CliCommand = {
  name: 'authority list',
  summary: '列出机关和科室',
  usage: 'authority list',
  async run(args, { services: { db } }, out) {
    readArgs(args, {})
    const authorities = await listAuthorities(db)
    if (authorities.length === 0) out('还没有机关，用 authority set 添加')
    for (const { id, name, documentPrefix } of authorities) {
      out(`${id}  ${name}  ${documentPrefix}`)
      for (const unit of await listUnits(db, id)) out(`  ${unit.id}  ${unit.name}`)
    }
    return 0
  },
}
