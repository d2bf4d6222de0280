import type { Log } from '../log.ts'

/** What the middlewares of the platform put on a request. Features add their own through their `Env` types. */
export interface PlatformVariables {
  readonly requestId: string
  readonly clientAddress: string
  /** Random per browser; the CSRF token is derived from it. */
  readonly csrfToken: string
  readonly log: Log
}
