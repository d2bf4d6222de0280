import * as z from 'zod'
import { line } from '#platform/validation/text.ts'

/** Who is to handle the case. */
export const AssignCase = z.strictObject({
  handlerId: line({ label: '承办人', max: 100 }).meta({ description: '承办人的账号编号，见 GET /handlers' }),
})
export type AssignCase = z.output<typeof AssignCase>
