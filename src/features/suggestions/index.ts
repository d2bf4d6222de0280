import { Hono } from 'hono'
import type { WebEnv } from '#store/web-env.ts'
import { catalogueApi } from './catalogue.api.ts'
import { cataloguePages } from './catalogue.route.tsx'
import { publishedApi } from './published.api.ts'
import { publicPages } from './suggestions.route.tsx'

export { BeforeFiling, lookBefore } from './before-filing.tsx'
export { importItems, type Imported, type ImportedRow } from './import-items.ts'
export { answerSuggestion } from './suggest.ts'
export { noteFiled } from './visit.ts'
export { asksAboutWording } from './wording-warning.tsx'

/** What applicants are shown before they file, and the catalogue that staff keep. */
export const suggestionPages = new Hono<WebEnv>().route('/', publicPages).route('/', cataloguePages)

/** Searching for anybody, keeping for staff; to be mounted under `/api/v1`. */
export const suggestionsApi = new Hono<WebEnv>().route('/', publishedApi).route('/', catalogueApi)
