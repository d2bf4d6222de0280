import type { RegisterImportAnswer } from './import.schema.ts'
import { whereText } from './faulty-table.ts'
import { findImport, type Importing } from './imports.ts'
import { mappingFaults } from './mapping.ts'
import { chooseSuggested } from './choose-by-heads.ts'
import { dryRun, prepare, type Prepared } from './prepare.ts'

const MOST_FAULTS = 1_000

/** An import as the API tells it: the columns as chosen or suggested, and what every line comes to. */
export async function importAnswer(who: Importing, id: string): Promise<RegisterImportAnswer> {
  const before = await findImport(who.ctx.db, who, id)
  if (before.status === 'open' && before.content !== null && before.choice === null) await chooseSuggested(who, id)
  const row = await findImport(who.ctx.db, who, id)
  const { status, fileName, madeByName, madeAt, expiresAt, imported, leftOut, importedByName, importedAt } = row
  const prepared = row.status === 'open' ? await prepare(who, id) : null
  const open = prepared?.ok ? prepared : null
  return {
    id, status, fileName, madeByName, madeAt, expiresAt, imported, leftOut, importedByName, importedAt,
    sheets: open && open.table.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    columns: open && columnsOf(open),
    report: open && row.choice !== null ? await reportOf(who, open) : null,
  }
}

function columnsOf({ chosen: { sheet, headLine, head, mapping } }: Prepared): RegisterImportAnswer['columns'] {
  const named = Object.entries(mapping).map(([name, source]) => [name, 'all' in source ? `=${source.all}` : (head.columns[source.column] ?? '')])
  return { sheet, headLine, heads: [...head.columns], mapping: Object.fromEntries(named), faults: mappingFaults(mapping, head) }
}

async function reportOf(who: Importing, { chosen }: Prepared): Promise<RegisterImportAnswer['report']> {
  const { report, digest } = await dryRun(who.ctx.db, who, chosen)
  const faults = report.faults.slice(0, MOST_FAULTS).map(({ line, field, message }) => ({ line, field, column: field && whereText(field, chosen), message }))
  return { digest, good: report.good.length, faulty: report.faulty.length, passedOver: [...report.passedOver], faults }
}
