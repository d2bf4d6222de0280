import { commandApi, commandPages } from '#features/desk/index.ts'
import { decideDoor } from './decide.door.tsx'

export { takeDecision } from './decide.ts'
export { TakeDecision } from './decide.schema.ts'
export const reviewPages = commandPages(decideDoor)
/** `/cases/{number}/decision`, to be mounted under `/api/v1`. */
export const reviewApi = commandApi(decideDoor, 'TakeDecision')
