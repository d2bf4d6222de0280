import type { Actor } from '#case/actor.ts'
import { AppError } from '#platform/errors.ts'

/** Who may change the calendar: the system administrators, and whoever has the command line of the server. */
export function mayChange(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.includes('system_admin'))
}

/** @throws AppError forbidden for everybody else */
export function onlyAdministrators(actor: Actor): void {
  if (!mayChange(actor)) throw new AppError('forbidden', '日历由系统管理员维护，您可以看，不能改', { code: 'calendar/not-permitted' })
}
