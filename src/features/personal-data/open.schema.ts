import * as z from 'zod'
import { line } from '#platform/validation/text.ts'

/** Why the full numbers are needed; kept with the event. */
export const OpenPersonalData = z.strictObject({ reason: line({ label: '查看事由', min: 4, max: 200 }) })
export type OpenPersonalData = z.output<typeof OpenPersonalData>
