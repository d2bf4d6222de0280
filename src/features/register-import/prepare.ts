import { eq } from 'drizzle-orm'
import { refuse, type Outcome } from '#law/refusal.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { Table, TableReader } from '#platform/tables/table-reader.ts'
import { formatDate, civilDateOf } from '#law/civil-date.ts'
import { calendarFor } from '#store/context.ts'
import { checkFile, numbersIn, type FileReport } from './check-file.ts'
import { chosen, firstChoice, type Choice, type Chosen } from './choice.ts'
import { digestsOf, earlierTwin, findImport, keepFile, openTable, savedMapping, type ImportFacts, type Importing } from './imports.ts'
import { mappingFaults, saveMapping } from './mapping.ts'
import { onlyImporters } from './may-import.ts'
import { registerImport, registerMapping, type ImportRow } from './register-import.table.ts'
import { takenNumbers } from './taken-numbers.ts'

const GONE = refuse('import/erased', '这个文件已经清除（保留一天），请重新上传')
const LONGEST_NAME = 120

/** Takes in a file: read, sealed, with nothing decided yet. A file that was imported to its last line is not taken twice. */
export async function takeFile(importing: Importing, reader: TableReader | null, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Outcome<{ readonly id: string }>> {
  const { ctx } = importing
  onlyImporters(ctx.actor)
  if (reader === null) return refuse('import/not-here', '这套系统的运行环境（Cloudflare Workers）不能读表格文件。请在服务器上运行知悉，再导入旧登记')
  const read = await reader.read(file.bytes)
  if (!read.ok) return read
  const twin = await earlierTwin(importing, digestsOf(ctx, file.bytes))
  if (twin && twin.leftOut === 0 && read.table.sheets.length === 1) return refuse('import/same-file', `这个文件${twinSentence(twin)}，不能再导入`)
  const name = file.name.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069/\\]/gu, '').slice(0, LONGEST_NAME) || '登记表'
  return { ok: true, id: await keepFile(importing, { ...file, name }, read.table) }
}

/** 2026年11月21日由公开办甲导入过，5,000件 */
export function twinSentence({ importedAt, importedByName, imported }: ImportFacts): string {
  return `${formatDate(civilDateOf(importedAt!))}由${importedByName ?? ''}导入过，${imported.toLocaleString('en')}件`
}

/** An import as its pages show it, with what was chosen or else is suggested. */
export interface Prepared {
  readonly row: ImportRow
  readonly table: Table
  readonly chosen: Chosen
}

/** @throws AppError forbidden, not_found */
export async function prepare(importing: Importing, id: string, other?: Choice): Promise<Outcome<Prepared>> {
  const row = await findImport(importing.ctx.db, importing, id)
  const table = openTable(importing.ctx, row)
  if (table === null || row.status === 'imported') return GONE
  const choice = other ?? row.choice ?? firstChoice(table, await savedMapping(importing))
  return { ok: true, row, table, chosen: chosen(table, choice) }
}

/** Keeps what was chosen, for this file and for the next one of the authority. Call it with a mapping that has no faults. */
export async function keepChoice({ ctx, authorityId }: Importing, { row, chosen: { sheet, headLine, mapping, head } }: Prepared): Promise<void> {
  const saved = { mapping: saveMapping(mapping, head), savedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null, savedAt: ctx.now }
  await ctx.db.transaction(async (tx) => {
    await tx.update(registerImport).set({ choice: { sheet, headLine, mapping } }).where(eq(registerImport.id, row.id))
    await tx.insert(registerMapping).values({ authorityId, ...saved }).onConflictDoUpdate({ target: registerMapping.authorityId, set: saved })
  })
}

/** The dry run: what every line comes to. `digest` names exactly this result. */
export async function dryRun(tx: Queryable, { ctx, authorityId }: Importing, of: Chosen): Promise<{ readonly report: FileReport; readonly digest: string }> {
  const [fault] = mappingFaults(of.mapping, of.head)
  if (fault) throw new Error(`a dry run of a mapping with faults: ${fault.message}`)
  const taken = await takenNumbers(tx, authorityId, numbersIn(of))
  const report = checkFile(of, { today: ctx.today, calendar: calendarFor(ctx, authorityId), taken })
  const { sheet, headLine, mapping } = of
  return { report, digest: sha256Hex(canonicalJson({ sheet, headLine, mapping, good: report.good.map(({ line, notes }) => [line, ...notes]), faults: report.faults })) }
}
