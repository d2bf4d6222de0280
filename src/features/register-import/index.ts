export { carryOut, type CarriedOut } from './carry-out.ts'
export { registerImportPages } from './pages.route.tsx'
export { expiredRegisters } from './expired.sweep.ts'
