import type { CalendarHistory } from '#law/calendar/calendar-book.ts'
import { bookAt } from '#law/calendar/calendar-book.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import type { ChangeRequest } from './change.schema.ts'

/** What a preview was a preview of: the change, and the calendar that it was compared with. */
export function changeDigest(request: ChangeRequest, history: CalendarHistory): string {
  return sha256Hex(canonicalJson({ request, revision: history.revision, version: bookAt(history).common.version }))
}
