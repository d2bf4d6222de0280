import { commandApi, commandPages } from '#features/desk/index.ts'
import { extendDoor } from './extend.door.tsx'

export { mayExtend } from './extend.decide.ts'
export { extendDeadline } from './extend.ts'
export const extensionPages = commandPages(extendDoor)
/** `/cases/{number}/extension`, to be mounted under `/api/v1`. */
export const extensionApi = commandApi(extendDoor, 'ExtendDeadline')
