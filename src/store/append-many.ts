import { getTableColumns, sql } from 'drizzle-orm'
import type { CaseEvent } from '#case/events.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { staleVersion } from '#platform/errors.ts'
import { advance, type LoadedCase } from './case-store.ts'
import type { Ctx } from './context.ts'
import { caseEvent, caseFile } from './tables/case.table.ts'

/** A case as read, and what is to be appended to it; at least one event. */
export interface Appending {
  readonly loaded: LoadedCase
  readonly events: readonly CaseEvent[]
}

const COLUMNS = getTableColumns(caseFile)

/**
 * Appends to many cases in two statements, for jobs that hold a lock on all of them. Each case gets the same rows as through
 * `appendEvents`.
 * @throws AppError conflict when one of them has changed since it was read; nothing is written then
 */
export async function appendToMany(tx: Queryable, ctx: Ctx, appending: readonly Appending[]): Promise<void> {
  if (appending.length === 0) return
  const advanced = appending.map(({ loaded, events }) => advance(ctx, loaded, events))
  const written = await updateCases(tx, advanced.map(({ changes }, index) => ({ id: appending[index]!.loaded.row.id, seen: appending[index]!.loaded.row.version, changes })))
  if (written !== advanced.length) throw staleVersion()
  await tx.insert(caseEvent).values(advanced.flatMap(({ links }) => links))
}

type Changes = ReturnType<typeof advance>['changes']

/** One update for all: the columns follow from what `advance` changes, so that none is forgotten here. */
async function updateCases(tx: Queryable, cases: readonly { id: string; seen: number; changes: Changes }[]): Promise<number> {
  const names = Object.keys(cases[0]!.changes) as (keyof Changes)[]
  const rows = cases.map(({ id, seen, changes }) => ({
    case_id: id,
    seen,
    ...Object.fromEntries(names.map((name) => [COLUMNS[name].name, toJson(changes[name])])),
  }))
  const set = names.map((name) => sql`${sql.identifier(COLUMNS[name].name)} = fresh.${sql.identifier(COLUMNS[name].name)}`)
  const shape = names.map((name) => sql`${sql.identifier(COLUMNS[name].name)} ${sql.raw(COLUMNS[name].getSQLType())}`)
  const updated = await tx.execute<{ id: string }>(sql`
    update case_file set ${sql.join(set, sql`, `)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (case_id uuid, seen integer, ${sql.join(shape, sql`, `)})
    where case_file.id = fresh.case_id and case_file.version = fresh.seen
    returning case_file.id`)
  return updated.length
}

/** Bytes as PostgreSQL reads them from a text. */
function toJson(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}
