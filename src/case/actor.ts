import type { Role } from './roles.ts'

/** A signed-in member of an authority. */
export interface StaffActor {
  readonly kind: 'staff'
  readonly id: string
  readonly name: string
  readonly authorityId: string
  readonly unitId: string
  readonly unitName: string
  readonly roles: readonly Role[]
}

/** The applicant, known by number and query code, or before filing not known at all. */
export interface ApplicantActor {
  readonly kind: 'applicant'
  readonly name: '申请人'
}

/** The software itself: jobs, automatic confirmation. */
export interface SystemActor {
  readonly kind: 'system'
  readonly name: '系统' | '旧登记'
}

export type Actor = StaffActor | ApplicantActor | SystemActor

export const APPLICANT: ApplicantActor = { kind: 'applicant', name: '申请人' }
export const SYSTEM: SystemActor = { kind: 'system', name: '系统' }
/** Events that an old register tells; who brought them in stands in `case_imported`. */
export const OLD_REGISTER: SystemActor = { kind: 'system', name: '旧登记' }
