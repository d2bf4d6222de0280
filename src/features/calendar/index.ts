export { changeCalendar, type Changed } from './change-calendar.ts'
export { ChangeRequest, PublishedYears } from './change.schema.ts'
export { previewChange, type ChangePreview } from './preview-change.ts'
