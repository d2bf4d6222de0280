import { commandPages } from '#features/desk/index.ts'
import { linkDoor } from './link.door.tsx'

export { linkCases } from './link.ts'
export { readyToLink } from './link.decide.ts'
export { monthRule } from './month-words.ts'
export { SimilarCasesPanel, SimilarPanel } from './similar-panel.tsx'
export { similarOfCase, similarOfTyped, type SimilarView, type Typed } from './similar-view.ts'
export { similarApi } from './similar.api.ts'
export const similarPages = commandPages(linkDoor)
