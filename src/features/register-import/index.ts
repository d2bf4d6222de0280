export { carryOut, type CarriedOut } from './carry-out.ts'
export { expiredRegisters } from './expired.sweep.ts'
