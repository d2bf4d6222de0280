import { eq, sql } from 'drizzle-orm'
import { refuse, type Outcome } from '#law/refusal.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { findAuthority } from '#store/authority.ts'
import { atAuthority } from '#store/context.ts'
import { settleCalendar } from '#store/create-many.ts'
import { LETTERS, documentOrdinalIn, ordinalIn, skipNumbers } from '#store/numbering.ts'
import { chosen } from './choice.ts'
import { findImport, openTable, sealTable, type Importing } from './imports.ts'
import type { ImportedLine } from './imported-line.ts'
import { faultyTable } from './faulty-table.ts'
import { dryRun } from './prepare.ts'
import { registerImport } from './register-import.table.ts'
import { writeCases, type Handlers } from './write-cases.ts'

export interface CarriedOut {
  readonly imported: number
  readonly leftOut: number
  /** It had been done before; nothing was done now. */
  readonly already: boolean
}

const CHANGED = refuse('import/changed-meanwhile', '看过检查结果以后，情况又变了，请再看一遍结果')
/** Any fixed number; with the authority it makes imports of one authority wait for each other. */
const LOCK = 7_110_045

/**
 * Imports the good lines of a file in one transaction: all of them, or nothing. Faulty lines are left out only where that was asked for.
 * @param seen digest of the dry run that the person saw
 * @throws AppError forbidden, not_found
 */
export async function carryOut(importing: Importing, id: string, { seen, onlyGood }: { readonly seen: string; readonly onlyGood: boolean }): Promise<Outcome<CarriedOut>> {
  const ctx = atAuthority(importing.ctx, importing.authorityId)
  const { authorityId } = importing
  try {
    return await ctx.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${authorityId}))`)
      const row = await findImport(tx, importing, id, { lock: true })
      if (row.status === 'imported') return { ok: true, imported: row.imported, leftOut: row.leftOut, already: true }
      const table = openTable(ctx, row)
      if (table === null || row.choice === null) return refuse('import/erased', '这个文件已经清除（保留一天），请重新上传')
      const of = chosen(table, row.choice)
      const { report, digest } = await dryRun(tx, { ctx, authorityId }, of)
      if (digest !== seen) return CHANGED
      const { good, faulty } = report
      if (good.length === 0) return refuse('import/nothing', '没有一行可以导入')
      if (faulty.length > 0 && !onlyGood) return refuse('import/faulty-lines', `还有${faulty.length}行有问题。请改好重新上传，或者选只导入没有问题的行`)
      await keepNumbersApart(tx, authorityId, good)
      const written = await writeCases(tx, { ctx, authorityId, importId: id, handlers: await handlersOf(tx, authorityId) }, good)
      await settleCalendar(tx, ctx, written)
      const by = ctx.actor.kind === 'staff' ? ctx.actor.id : null
      await tx
        .update(registerImport)
        .set({
          ...sealTable(ctx, id, faulty.length > 0 ? faultyTable(table, of, report) : null),
          status: 'imported', importedBy: by, importedByName: ctx.actor.name, importedAt: ctx.now, imported: good.length, leftOut: faulty.length,
        })
        .where(eq(registerImport.id, id))
      return { ok: true, imported: good.length, leftOut: faulty.length, already: false }
    })
  } catch (error) {
    if (isTaken(error)) return CHANGED
    throw error
  }
}

/** New cases and letters must never get a number that the old register has given out. Also holds back filing until the import ends. */
async function keepNumbersApart(tx: Queryable, authorityId: string, lines: readonly ImportedLine[]): Promise<void> {
  const prefix = (await findAuthority(tx, authorityId))?.documentPrefix ?? ''
  const cases = highest(lines.map(({ number }) => ordinalIn(number)))
  const letters = highest(lines.map(({ end }) => (end?.how === 'replied' && prefix !== '' ? documentOrdinalIn(end.documentRef, prefix) : null)))
  for (const [year, ordinal] of cases) await skipNumbers(tx, authorityId, 'case', year, ordinal)
  for (const [year, ordinal] of letters) await skipNumbers(tx, authorityId, LETTERS, year, ordinal)
}

function highest(numbers: readonly ({ readonly year: number; readonly ordinal: number } | null)[]): [number, number][] {
  const most = new Map<number, number>()
  for (const number of numbers) if (number) most.set(number.year, Math.max(most.get(number.year) ?? 0, number.ordinal))
  return [...most].toSorted(([a], [b]) => a - b)
}

/** Handlers by name; one whose name another bears too is left out. */
async function handlersOf(tx: Queryable, authorityId: string): Promise<Handlers> {
  const rows = await tx.execute<{ id: string; name: string; unit_id: string; unit_name: string }>(sql`
    select "user".id, "user".name, staff.unit_id, unit.name as unit_name
    from staff join "user" on "user".id = staff.user_id join unit on unit.id = staff.unit_id
    where staff.authority_id = ${authorityId} and staff.active and 'handler' = any (staff.roles)`)
  const byName = Map.groupBy(rows, ({ name }) => name)
  return new Map([...byName].flatMap(([name, [one, other]]) => (one && !other ? [[name, { handlerId: one.id, handlerName: name, unitId: one.unit_id, unitName: one.unit_name }] as const] : [])))
}

/** Somebody filed a case under one of the numbers in between. */
function isTaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'constraint_name' in cause && cause.constraint_name === 'case_file_authority_id_number_key'
}
