import type { StaffActor } from '#case/actor.ts'
import { AppError } from '#platform/errors.ts'

/** @throws AppError forbidden for everybody but the system administrators of an authority */
export function onlyAdministrators({ roles }: StaffActor): void {
  if (!roles.includes('system_admin')) throw new AppError('forbidden', '发出的消息由系统管理员看；一件案子的，在案件页上看', { code: 'messages/not-permitted' })
}
