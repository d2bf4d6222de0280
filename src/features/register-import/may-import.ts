import type { Actor } from '#case/actor.ts'
import { AppError } from '#platform/errors.ts'

/** Who may bring in an old register: the disclosure office, and whoever has the command line of the server. */
export function mayImport(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.includes('disclosure_officer'))
}

/** @throws AppError forbidden for everybody else */
export function onlyImporters(actor: Actor): void {
  if (!mayImport(actor)) throw new AppError('forbidden', '导入旧登记由公开办经办人办理', { code: 'import/not-permitted' })
}
