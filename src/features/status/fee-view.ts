import * as z from 'zod'
import type { CaseState } from '#case/state.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import type { Ctx } from '#store/context.ts'
import { readLetter } from '#store/letters.ts'

const Props = z.object({ method: z.string(), working: z.array(z.string()) })

/** A fee that was asked for, as its applicant sees it. */
export interface FeeView {
  readonly letterId: string
  readonly amountFen: number
  /** Null until it is known when the notice reached him. */
  readonly payBy: CivilDate | null
  readonly paidOn: CivilDate | null
  /** How to pay, and how the amount was reckoned, as the notice says it; null where the notice lies elsewhere. */
  readonly method: string | null
  readonly working: readonly string[]
}

export async function feeView({ db }: Ctx, { fee }: CaseState, { payBy }: Clock): Promise<FeeView | null> {
  if (fee === null) return null
  const { letterId, amountFen, paidOn } = fee
  const told = Props.safeParse((await readLetter(db, letterId))?.props)
  return { letterId, amountFen, paidOn, payBy, method: told.success ? told.data.method : null, working: told.success ? told.data.working : [] }
}
