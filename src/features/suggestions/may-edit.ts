import type { Actor, StaffActor } from '#case/actor.ts'
import { AppError } from '#platform/errors.ts'

/** Who keeps the items: the disclosure officers of the authority, and whoever has the command line of the server. */
export function mayEdit(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.includes('disclosure_officer'))
}

/** @throws AppError forbidden for everybody else */
export function onlyEditors(actor: Actor): void {
  if (!mayEdit(actor)) throw new AppError('forbidden', '公开目录由公开办经办人维护，您不能改', { code: 'suggestions/not-permitted' })
}

/** @throws AppError forbidden for staff who neither keep the items nor supervise */
export function onlyReaders(actor: StaffActor): void {
  if (!mayEdit(actor) && !actor.roles.includes('supervisor')) throw new AppError('forbidden', '公开目录和它的用处，公开办经办人和监督人员可以看', { code: 'suggestions/not-permitted' })
}
