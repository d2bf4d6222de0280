import * as z from 'zod'
import { civilDate } from '#law/civil-date.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { readLetter } from '#store/letters.ts'

const Props = z.object({ items: z.array(z.string()), guidance: z.string(), respondBy: z.string().transform(civilDate), documentNumber: z.string() })

/** What a 补正告知书 told the applicant to do. */
export type CorrectionNotice = z.output<typeof Props>

/** The notice as it was sent; null where the letter is none, as in a register that was taken over. */
export async function readNotice(tx: Queryable, letterId: string): Promise<CorrectionNotice | null> {
  const parsed = Props.safeParse((await readLetter(tx, letterId))?.props)
  return parsed.success ? parsed.data : null
}
