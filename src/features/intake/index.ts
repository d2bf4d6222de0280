export { fileApplication, type Filed, type Filing } from './file-application.ts'
export { intakeApi } from './intake.api.ts'
export { formatQueryCode, matchesQueryCode, normalizeQueryCode } from './query-code.ts'
