import type { StaffActor } from '#case/actor.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import type { TableReader } from '#platform/tables/table-reader.ts'
import type { PlatformVariables } from '#platform/http/env.ts'
import type { Services } from './context.ts'

/** Settings of the web doors. */
export interface WebSettings {
  /** Cookies are sent over https only. */
  readonly secure: boolean
  /** Requests per minute and address on public endpoints. */
  readonly publicRate: number
}

/** The environment of every Hono app in `features`. */
export interface WebEnv {
  Variables: PlatformVariables & {
    services: Services
    settings: WebSettings
    /** Null where this runtime cannot render (Cloudflare Workers). */
    letters: LetterRenderer | null
    /** Null where this runtime cannot read spreadsheets (Cloudflare Workers). */
    tables: TableReader | null
    /** Who is signed in, if anybody. */
    staff: StaffActor | null
  }
}
