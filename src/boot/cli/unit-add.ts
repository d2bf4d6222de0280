import { addUnit, findAuthority, listUnits } from '#store/authority.ts'
import { readArgs, required, UsageError, type CliCommand } from './command.ts'

/** Adds a unit (科室) to an authority. */
export const unitAddCommand: CliCommand = {
  name: 'unit add',
  summary: '添加科室',
  usage: 'unit add --authority <机关编号> --id <科室编号> --name <名称>',
  async run(args, { services: { db } }, out) {
    const { values } = readArgs(args, { authority: { type: 'string' }, id: { type: 'string' }, name: { type: 'string' } })
    const authorityId = required(values.authority, '--authority')
    const id = required(values.id, '--id')
    const name = required(values.name, '--name').trim()
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(id)) throw new UsageError('--id：用小写字母、数字和短横，以字母开头，例如 zhian')
    if (name === '' || [...name].length > 50) throw new UsageError('--name：写1至50个字')
    if (!(await findAuthority(db, authorityId))) throw new UsageError(`--authority：没有机关${authorityId}`)
    if ((await listUnits(db, authorityId)).some((unit) => unit.name === name)) throw new UsageError(`--name：${authorityId}已经有科室${name}`)
    const added = await addUnit(db, { id, authorityId, name })
    out(added ? `已添加科室${id}（${name}）` : `编号${id}已经用于别的科室，请换一个`)
    return added ? 0 : 1
  },
}
