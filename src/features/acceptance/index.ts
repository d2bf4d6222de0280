import { commandApi, commandPages } from '#features/desk/index.ts'
import { acceptDoor } from './accept.door.tsx'

export { accept } from './accept.ts'
export const acceptancePages = commandPages(acceptDoor)
/** `/cases/{number}/accept`, to be mounted under `/api/v1`. */
export const acceptanceApi = commandApi(acceptDoor, 'AcceptApplication')
