import { inArray } from 'drizzle-orm'
import { momentText } from '#features/desk/index.ts'
import { failedLetters } from '#features/letters/index.ts'
import { today } from '#platform/clock.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { readArgs, UsageError, type CliCommand } from './command.ts'

/** Letters that could not be set, with the reason: what `letter retry` takes. */
export const letterListCommand: CliCommand = {
  name: 'letter list',
  summary: '列出生成不了的文书和原因',
  usage: 'letter list --failed [--json]',
  async run(args, { services }, out) {
    const { values } = readArgs(args, { failed: { type: 'boolean' }, json: { type: 'boolean' } })
    if (!values.failed) throw new UsageError('缺少 --failed，现在只能列生成不了的')
    const letters = await failedLetters(services.db)
    const cases = letters.length === 0 ? [] : await services.db.select({ id: caseFile.id, number: caseFile.number }).from(caseFile).where(inArray(caseFile.id, letters.map(({ caseId }) => caseId)))
    const numbers = new Map(cases.map(({ id, number }) => [id, number]))
    const found = letters.map(({ id, caseId, authorityId, title, documentNumber, createdAt, failure }) => ({
      id, authorityId, caseNumber: numbers.get(caseId) ?? null, title, documentNumber, createdAt, failure,
    }))
    if (values.json) out(JSON.stringify(found, null, 2))
    else if (found.length === 0) out('没有生成不了的文书')
    else for (const one of found) {
      out(`${one.id}  ${one.caseNumber}（${one.authorityId}）《${one.title}》${one.documentNumber ?? '没有文号'}，${momentText(one.createdAt, today(services.clock))}要生成的`)
      out(`  ${one.failure}`)
    }
    return 0
  },
}
