import type { StaffActor } from '#case/actor.ts'
import type { Role } from '#case/roles.ts'
import { AppError } from '#platform/errors.ts'

const REGISTRARS: readonly Role[] = ['window_clerk', 'disclosure_officer']

export function isRegistrar(staff: StaffActor): boolean {
  return staff.roles.some((role) => REGISTRARS.includes(role))
}

/** @throws AppError forbidden for staff who neither sit at the window nor in the disclosure office */
export function mayRegister(staff: StaffActor): void {
  if (!isRegistrar(staff)) throw new AppError('forbidden', '录入申请由窗口人员或者公开办办理', { code: 'case/not-permitted' })
}
