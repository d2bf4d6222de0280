import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { jsonAnswer, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import type { WebEnv } from '#store/web-env.ts'
import { caseDetail } from './case-detail.ts'
import { CaseDetail } from './case.schema.ts'
import { commandStates } from './command-states.ts'
import { openDossier } from './dossier.ts'

/** `GET /cases/{number}`, to be mounted under `/api/v1`. */
export const caseApi = new Hono<WebEnv>().get(
  '/cases/:number',
  describeRoute({
    operationId: 'getCase',
    tags: ['案件'],
    summary: '一件案件',
    description: '事实、期限和它的算法、现在能办什么和为什么不能、文书、经过。看不到的案件和没有的案件回答一样',
    security: STAFF_SECURITY,
    responses: { 200: jsonAnswer('案件', CaseDetail), ...problems(401, 404) },
  }),
  requireStaff,
  async (c) => {
    const ctx = staffCtx(c)
    const dossier = await openDossier(ctx, c.req.param('number'))
    c.header('Cache-Control', 'no-store')
    return c.json(caseDetail(dossier, commandStates(ctx.actor, dossier.view.state, ctx.today)))
  },
)
