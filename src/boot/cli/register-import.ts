import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type * as z from 'zod'
import { SYSTEM } from '#case/actor.ts'
import { carryOut, chooseByHeads, chooseSuggested, importAnswer, RegisterColumns, takeFile } from '#features/register-import/index.ts'
import { AppError } from '#platform/errors.ts'
import { nodeTableReader } from '#platform/tables/node-table-reader.ts'
import { parse } from '#platform/validation/parse.ts'
import { findAuthority } from '#store/authority.ts'
import { contextFor } from '#store/context.ts'
import { readArgs, required, UsageError, type CliCommand, type Print } from './command.ts'

/** Imports an old register: all lines, or nothing. `--dry-run` shows what every line comes to. */
export const registerImportCommand: CliCommand = {
  name: 'register import',
  summary: '导入旧登记表（xlsx或者csv）',
  usage: 'register import <文件> --authority <机关编号> [--mapping <列.json>] [--only-good] [--dry-run]\n  列.json：{"sheet": 0, "headLine": 2, "mapping": {"number": "登记号", "channel": "=internet"}}',
  async run(args, { services }, out) {
    const { values, positionals } = readArgs(args, { authority: { type: 'string' }, mapping: { type: 'string' }, 'only-good': { type: 'boolean' }, 'dry-run': { type: 'boolean' } })
    const path = required(positionals[0], '文件')
    const authorityId = required(values.authority, '--authority')
    const ctx = contextFor(services, SYSTEM)
    if (!(await findAuthority(ctx.db, authorityId))) throw new UsageError(`没有机关“${authorityId}”`)
    const columns = values.mapping === undefined ? null : readColumns(await readFile(values.mapping, 'utf8'))
    const who = { ctx, authorityId }
    const refused = (message: string) => {
      out(message)
      return 1
    }
    try {
      const taken = await takeFile(who, nodeTableReader, { name: basename(path), bytes: new Uint8Array(await readFile(path)) })
      if (!taken.ok) return refused(taken.refusal.message)
      const chose = columns === null ? await chooseSuggested(who, taken.id) : await chooseByHeads(who, taken.id, columns)
      if (!chose.ok) return refused(chose.refusal.message)
      const { report } = await importAnswer(who, taken.id)
      tell(report!, out)
      if (values['dry-run'] === true) return report!.faulty > 0 ? 1 : 0
      const done = await carryOut(who, taken.id, { seen: report!.digest, onlyGood: values['only-good'] === true })
      if (!done.ok) return refused(`${done.refusal.message}${done.refusal.code === 'import/faulty-lines' ? '（--only-good）' : ''}`)
      out(`导入了${done.imported}件${done.leftOut > 0 ? `，${done.leftOut}行没有导入` : ''}`)
      return 0
    } catch (error) {
      if (!(error instanceof AppError) || !error.options.fields) throw error
      for (const { message } of error.options.fields) out(message)
      return 1
    }
  },
}

type Report = NonNullable<Awaited<ReturnType<typeof importAnswer>>['report']>

function tell({ good, faulty, passedOver, faults }: Report, out: Print): void {
  for (const { line, column, message } of faults) out(`第${line}行${column === null ? '' : ` ${column}`}：${message}`)
  if (passedOver.length > 0) out(`第${passedOver.join('、')}行不当作登记`)
  out(`${good}行可以导入，${faulty}行有问题`)
}

function readColumns(text: string): z.output<typeof RegisterColumns> {
  let typed: unknown
  try {
    typed = JSON.parse(text)
  } catch {
    throw new UsageError('--mapping 的文件不是合格的JSON')
  }
  const parsed = parse(RegisterColumns, typed)
  if (!parsed.ok) throw new UsageError(parsed.errors.map(({ field, message }) => `${field}：${message}`).join('\n'))
  return parsed.value
}
