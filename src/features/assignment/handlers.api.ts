import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { jsonAnswer, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import type { WebEnv } from '#store/web-env.ts'
import { listHandlers } from './handlers.ts'

const Handlers = z
  .object({
    handlers: z.array(z.object({ id: z.string(), name: z.string(), unitId: z.string(), unitName: z.string(), openCases: z.int() })),
  })
  .meta({ id: 'Handlers' })

/** `GET /handlers`: to whom a case can be assigned. */
export const handlersApi = new Hono<WebEnv>().get(
  '/handlers',
  describeRoute({
    operationId: 'listHandlers',
    tags: ['办理'],
    summary: '本机关的承办人',
    description: '分办时可以选的人，以及各人手上没有办完的件数',
    security: STAFF_SECURITY,
    responses: { 200: jsonAnswer('承办人', Handlers), ...problems(401) },
  }),
  requireStaff,
  async (c) => c.json({ handlers: await listHandlers(staffCtx(c)) }),
)
