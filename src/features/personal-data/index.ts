export { openPersonalData } from './open.ts'
export { OpenPersonalData } from './open.schema.ts'
