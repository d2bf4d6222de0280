import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { COMMANDS } from '#case/transitions.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { briefOf, CaseBrief } from './case-brief.ts'
import type { CommandDoor } from './command-door.ts'
import { staffCtx } from './staff-ctx.ts'

/** The version that the caller has seen; left out, the command runs on the case as it is. */
export const SeenVersion = z.int().min(1).optional().meta({ description: '看到的版本；别人先改过就拒绝，不带就按最新情况办' })

/** The JSON twin of a command: `POST /cases/{number}/<route>`, answered with the case as it then is. */
export function commandApi<S extends z.ZodObject, R extends object>(door: CommandDoor<S, R>, id: string): Hono<WebEnv> {
  const Body = door.schema.extend({ version: SeenVersion }).meta({ id })
  const description = describeRoute({
    operationId: door.command.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    tags: ['办理'],
    summary: COMMANDS[door.command],
    description: door.about,
    security: STAFF_SECURITY,
    requestBody: jsonRequest(Body, Object.keys(door.schema.shape).length > 0),
    responses: { 200: jsonAnswer('办好后的结果', door.answer?.schema ?? CaseBrief), ...problems(401, 403, 404, 409, 422) },
  })
  return new Hono<WebEnv>().post(`/cases/:number/${door.route}`, description, requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const { version, ...input } = await jsonBody(c, Body)
    const target = { number: c.req.param('number'), version: version as number | undefined }
    const outcome = await door.run(ctx, target, input as unknown as z.output<S>)
    if (!outcome.ok) return refusalResponse(c, outcome.refusal)
    c.header('Cache-Control', 'no-store')
    return c.json(door.answer ? door.answer.of(outcome) : briefOf(ctx, outcome.saved))
  })
}
