import { readFile } from 'node:fs/promises'
import { findAuthority, saveAuthority } from '#store/authority.ts'
import { AuthorityFile } from './authority-file.ts'
import { readArgs, required, UsageError, type CliCommand } from './command.ts'
import { readQuestion } from './question.ts'

/** Adds an authority, or changes what is written of one: letters that went out keep what they said. */
export const authoritySetCommand: CliCommand = {
  name: 'authority set',
  summary: '添加或者更改机关',
  usage: [
    'authority set <文件.json>',
    `  文件里写：${Object.keys(AuthorityFile.shape).join('、')}`,
    '  编号（id）已经有的就更改，没有的就添加；docs/configuration.md有样子',
  ].join('\n'),
  async run(args, { services: { db } }, out) {
    const path = required(readArgs(args, {}).positionals[0], '文件')
    const typed = await readFile(path, 'utf8').then(asJson, () => {
      throw new UsageError(`读不到文件${path}`)
    })
    const authority = readQuestion(AuthorityFile, typed, {})
    if (authority.parentId === authority.id) throw new UsageError('parentId：上级机关不能是它自己')
    if (authority.parentId !== null && !(await findAuthority(db, authority.parentId))) throw new UsageError(`parentId：没有机关${authority.parentId}，先添加上级机关`)
    const before = await findAuthority(db, authority.id)
    await saveAuthority(db, authority)
    out(`${before ? '已更改' : '已添加'}机关${authority.id}（${authority.name}）`)
    return 0
  },
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('文件不是JSON')
  }
}
