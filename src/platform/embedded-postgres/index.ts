export { openEmbeddedPostgres } from './open.ts'
export { StartError } from './start-error.ts'
export { type EmbeddedPostgres, startEmbeddedPostgres, type StartOptions } from './start.ts'
