export { BeforeFiling, lookBefore } from './before-filing.tsx'
export { importItems, type Imported, type ImportedRow } from './import-items.ts'
export { answerSuggestion } from './suggest.ts'
export { noteFiled } from './visit.ts'
export { asksAboutWording } from './wording-warning.tsx'

/** What applicants are shown before they file; searching is open to anybody below `/api/v1`. */
export { publicPages as suggestionPages } from './suggestions.route.tsx'
export { publishedApi } from './published.api.ts'
/** The catalogue that staff keep, as pages and below `/api/v1`. */
export { cataloguePages } from './catalogue.route.tsx'
export { catalogueApi } from './catalogue.api.ts'
