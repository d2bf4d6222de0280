import { Hono } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { casesPage } from './cases.page.tsx'
import { deliveryPage, signOffPage } from './waiting.page.tsx'
import { worklistPage } from './worklist.page.tsx'

export { deskCounts } from '#features/desk/index.ts'
export { neighboursOf, type Neighbours } from './neighbours.ts'
export { worklistApi } from './worklist.api.ts'

export const worklistPages = new Hono<WebEnv>()
  .get('/desk', requireStaff, worklistPage)
  .get('/desk/cases', requireStaff, casesPage)
  .get('/desk/signoff', requireStaff, signOffPage)
  .get('/desk/delivery', requireStaff, deliveryPage)
