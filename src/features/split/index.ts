import { Hono } from 'hono'
import { commandApi, commandPages } from '#features/desk/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { joinDoor } from './join.door.tsx'
import { splitDoor } from './split.door.tsx'

export { joinParts } from './join.ts'
export { SiblingsPanel } from './siblings-panel.tsx'
export { casesOfApplication, type Sibling } from './siblings.ts'
export { readyToJoin, readyToSplit } from './split.decide.ts'
export { splitApplication } from './split.ts'
export const splitPages = new Hono<WebEnv>().route('/', commandPages(splitDoor)).route('/', commandPages(joinDoor))
/** `/cases/{number}/split` and `/cases/{number}/join`, to be mounted under `/api/v1`. */
export const splitApi = new Hono<WebEnv>().route('/', commandApi(splitDoor, 'SplitApplication')).route('/', commandApi(joinDoor, 'JoinParts'))
