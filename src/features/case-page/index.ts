import { Hono } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { casePage } from './case.page.tsx'
import { daysPage } from './days.page.tsx'

export { caseApi } from './case.api.ts'
export { commandStates, type CommandState } from './command-states.ts'

export const casePages = new Hono<WebEnv>()
  .get('/desk/cases/:number', requireStaff, casePage)
  .get('/desk/cases/:number/days', requireStaff, daysPage)
