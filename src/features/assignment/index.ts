import { Hono } from 'hono'
import { commandApi, commandPages } from '#features/desk/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { assignDoor } from './assign.door.tsx'
import { handlersApi } from './handlers.api.ts'

export { assign } from './assign.ts'
export { AssignCase } from './assign.schema.ts'
export const assignmentPages = commandPages(assignDoor)
/** `/cases/{number}/assign` and `/handlers`, to be mounted under `/api/v1`. */
export const assignmentApi = new Hono<WebEnv>().route('/', commandApi(assignDoor, 'AssignCase')).route('/', handlersApi)
