import { Hono } from 'hono'
import type { WebEnv } from '#store/web-env.ts'
import { applyPages } from './apply.route.tsx'
import { windowPages } from './window.route.tsx'

export { fileApplication, type Filed, type Filing } from './file-application.ts'
export { intakeApi } from './intake.api.ts'
export { formatQueryCode, matchesQueryCode, normalizeQueryCode } from './query-code.ts'

/** The public application form with its receipt, and the window's entry of paper forms. */
export const intakePages = new Hono<WebEnv>().route('/', applyPages).route('/', windowPages)
