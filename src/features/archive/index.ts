import { commandApi, commandPages } from '#features/desk/index.ts'
import { archiveDoor } from './archive.door.tsx'

export { archive } from './archive.ts'
export { decideArchive } from './archive.decide.ts'
export const archivePages = commandPages(archiveDoor)
/** `/cases/{number}/archive`, to be mounted under `/api/v1`. */
export const archiveApi = commandApi(archiveDoor, 'ArchiveCase')
