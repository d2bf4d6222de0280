import { calendarApi, calendarPages } from '#features/calendar/index.ts'
import { messagePages, messagesApi } from '#features/messages/index.ts'
import { pendingApi, pendingPages } from '#features/pending-receipts/index.ts'
import { registerImportApi, registerImportPages } from '#features/register-import/index.ts'
import { catalogueApi, cataloguePages } from '#features/suggestions/index.ts'
import type { Doors } from './app.tsx'

/**
 * Doors that open on a server only: administration, and paper that comes to the office. What the public uses and the way of a case
 * are in every app.
 */
export const officeDoors: Doors = {
  api: [pendingApi, calendarApi, catalogueApi, registerImportApi, messagesApi],
  pages: [pendingPages, calendarPages, cataloguePages, registerImportPages, messagePages],
}
