import { refuse, type Outcome } from '#law/refusal.ts'
import { invalid } from '#platform/errors.ts'
import { chosen, choiceAt } from './choice.ts'
import type { Importing } from './imports.ts'
import { mappingFaults, mappingFromHeads } from './mapping.ts'
import { keepChoice, prepare } from './prepare.ts'

/** What the API and the command line choose: columns by the names in the head. */
export interface ByHeads {
  readonly sheet: number
  readonly headLine?: number | undefined
  readonly mapping: Readonly<Record<string, string>>
}

/** @throws AppError invalid naming the columns that do not fit; forbidden, not_found */
export async function chooseByHeads(who: Importing, id: string, { sheet, headLine, mapping: wanted }: ByHeads): Promise<Outcome<object>> {
  const prepared = await prepare(who, id)
  if (!prepared.ok) return prepared
  const { table } = prepared
  if (table.sheets[sheet] === undefined) return refuse('import/no-sheet', `文件里只有${table.sheets.length}张表，从0数起`)
  const of = chosen(table, choiceAt(table, sheet, headLine ?? null, {}))
  const { mapping, faults } = mappingFromHeads(wanted, of.head)
  if (faults.length > 0) throw invalid(faults.map((message) => ({ field: 'mapping', message })))
  const missing = mappingFaults(mapping, of.head)
  if (missing.length > 0) throw invalid(missing.map(({ field, message }) => ({ field: `mapping.${field}`, message })))
  await keepChoice(who, { ...prepared, chosen: { ...of, mapping } })
  return { ok: true }
}

/** Takes the columns that the heads suggest, where they suffice; what is missing comes back in words. */
export async function chooseSuggested(who: Importing, id: string): Promise<Outcome<object>> {
  const prepared = await prepare(who, id)
  if (!prepared.ok) return prepared
  const [fault] = mappingFaults(prepared.chosen.mapping, prepared.chosen.head)
  if (fault) return refuse('import/columns', fault.message)
  await keepChoice(who, prepared)
  return { ok: true }
}
