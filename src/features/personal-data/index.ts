import { commandApi, commandPages } from '#features/desk/index.ts'
import { personalDataDoor } from './personal-data.door.tsx'

export { openPersonalData } from './open.ts'
export { OpenPersonalData } from './open.schema.ts'
export { personalRows } from './personal-rows.ts'
export const personalDataPages = commandPages(personalDataDoor)
/** `/cases/{number}/personal-data`, to be mounted under `/api/v1`. */
export const personalDataApi = commandApi(personalDataDoor, 'OpenPersonalData')
