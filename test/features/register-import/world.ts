import { civilDate } from '#law/civil-date.ts'
import { carryOut } from '#features/register-import/carry-out.ts'
import { chosen, choiceAt } from '#features/register-import/choice.ts'
import type { Importing } from '#features/register-import/imports.ts'
import type { Mapping } from '#features/register-import/mapping.ts'
import { dryRun, keepChoice, prepare, takeFile } from '#features/register-import/prepare.ts'
import { nodeTableReader } from '#platform/tables/node-table-reader.ts'
import type { Desk, Username } from '#test/support/desk.ts'
import { workbook } from '#test/support/workbook.ts'
import { HEAD, row } from './sheet.ts'

export { row }
export const TODAY = civilDate('2026-11-20')

export const file = (...rows: readonly (readonly string[])[]) => workbook({ name: '登记', rows: [HEAD, ...rows] })

export function importing(desk: Desk, username: Username = 'gongkai'): Importing {
  const ctx = desk.ctx(username)
  return { ctx, authorityId: ctx.actor.authorityId }
}

/** Hands in a file, takes the columns that are suggested, and looks at the result. */
export async function ready(who: Importing, bytes: Uint8Array, mapping: Mapping = {}) {
  const taken = await takeFile(who, nodeTableReader, { name: '旧登记.xlsx', bytes })
  if (!taken.ok) throw new Error(taken.refusal.message)
  const first = await prepare(who, taken.id)
  if (!first.ok) throw new Error(first.refusal.message)
  const choice = choiceAt(first.table, 0, null, {})
  const prepared = { ...first, chosen: chosen(first.table, { ...choice, mapping: { ...choice.mapping, ...mapping } }) }
  await keepChoice(who, prepared)
  return { id: taken.id, ...(await dryRun(who.ctx.db, who, prepared.chosen)) }
}

export async function importAll(who: Importing, bytes: Uint8Array, options: { onlyGood?: boolean; mapping?: Mapping } = {}) {
  const { id, digest } = await ready(who, bytes, options.mapping)
  return { id, outcome: await carryOut(who, id, { seen: digest, onlyGood: options.onlyGood ?? false }) }
}
