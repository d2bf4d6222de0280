import type { ApplicantKind, Channel } from '#case/words.ts'
import type { Clock } from '#law/clock-types.ts'
import { formatDate } from '#law/civil-date.ts'
import type { ApplicationRow } from '#store/application.ts'
import type { CaseRow } from '#store/case-store.ts'
import type { Ctx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { decideReceipt, type ReceiptFacts } from './receipt.decide.ts'
import { receiptLetter } from './receipt-letter.ts'

/** 登记回执 of a case that was split from an application: its own number and part, the receipt day of the application and why. */
export function partReceipt(ctx: Ctx, of: {
  readonly authority: Authority
  /** The case that it was split from. */
  readonly row: CaseRow
  readonly application: ApplicationRow
  readonly number: string
  readonly part: string
  readonly clock: Clock
}) {
  const { authority, row, application, number, part, clock } = of
  const facts = application.receipt as unknown as ReceiptFacts
  const receipt = decideReceipt({ ...facts, arrivedOn: facts.arrivedOn ?? application.receivedOn }, ctx)
  return receiptLetter({
    ctx,
    authority,
    asked: { name: row.applicantName, applicantKind: row.applicantKind as ApplicantKind, documentRef: application.documentRef ?? undefined, description: part },
    channel: row.channel as Channel,
    number,
    receivedOn: row.receivedOn,
    receivedWhy: receipt.ok ? receipt.working[0]!.text : `${formatDate(row.receivedOn)}收到`,
    clock,
  })
}
