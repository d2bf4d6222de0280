import { eq } from 'drizzle-orm'
import { clockEvent } from '#case/clock.ts'
import type { CaseEvent } from '#case/events.ts'
import { partReceipt } from '#features/intake/index.ts'
import { queueLetter } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { yearOf } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { personalOf } from '#store/applicant.ts'
import { applicationOf } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import { createCase, type LoadedCase } from '#store/case-store.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { hashesOf, nextMonthOrdinal } from '#store/month-ordinal.ts'
import { caseNumber, nextNumber } from '#store/numbering.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { partSubject } from './part-subject.ts'
import { decideSplit, inherited, readyToSplit } from './split.decide.ts'
import type { SplitApplication } from './split.schema.ts'

/**
 * Splits an application into cases, in one transaction: the original keeps number and first part; each further part becomes a case with its
 * own number, clock from the same receipt date, place in the month, and receipt. The applicant is told once which numbers there are.
 */
export async function splitApplication(ctx: StaffCtx, target: CaseTarget, { parts: [first, ...further] }: SplitApplication) {
  const subject = partSubject(first!)
  const outcome = await changeCase(ctx, target, async (loaded, tx) => {
    const ready = readyToSplit(loaded.state, ctx.actor)
    if (!ready.ok) return ready
    const into = await openParts(tx, ctx, loaded, further)
    await tx.update(caseFile).set({ subject }).where(eq(caseFile.id, loaded.row.id))
    await tellApplicant(tx, ctx, { caseId: loaded.row.id, occasion: 'split', facts: { numbers: into } })
    return decideSplit(loaded.state, ctx.actor, { part: first!, into }, ctx.today)
  })
  return outcome.ok ? { ...outcome, saved: withSubject(outcome.saved, subject) } : outcome
}

/** The row as it was saved: the subject is no column that follows from events. */
export function withSubject(saved: LoadedCase, subject: string): LoadedCase {
  return { ...saved, row: { ...saved.row, subject } }
}

async function openParts(tx: Queryable, ctx: StaffCtx, loaded: LoadedCase, parts: readonly string[]): Promise<string[]> {
  const { row } = loaded
  const [application, who, authority] = await Promise.all([applicationOf(tx, row.applicationId), personalOf(tx, row.applicationId), findAuthority(tx, row.authorityId)])
  if (!authority) throw new Error(`case ${row.id}: its authority is missing`)
  const hashes = hashesOf(ctx.keyring, who)
  const numbers: string[] = []
  for (const part of parts) {
    // One after the other, ordinals before numbers as everywhere: the order of locks is that of a filing.
    const monthOrdinal = hashes && (await nextMonthOrdinal(tx, { authorityId: row.authorityId, hashes, receivedOn: row.receivedOn }))
    const number = caseNumber(yearOf(row.receivedOn), await nextNumber(tx, row.authorityId, 'case', yearOf(row.receivedOn)))
    await openPart(tx, ctx, { loaded, authority, application, part, number, monthOrdinal })
    numbers.push(number)
  }
  return numbers
}

type Opening = Omit<Parameters<typeof partReceipt>[1], 'row' | 'clock'> & { readonly loaded: LoadedCase; readonly monthOrdinal: number | null }

async function openPart(tx: Queryable, ctx: StaffCtx, opening: Opening): Promise<void> {
  const { loaded, authority, application, part, number, monthOrdinal } = opening
  const { row, state, events } = loaded
  const before = inherited(events.map(({ event }) => event))
  const clock = clockOf(ctx, loaded, before)
  const ids = { case: newId(ctx.now), letter: newId(ctx.now) }
  const letter = partReceipt(ctx, { authority, row, application, number, part, clock })
  const received = events.find(({ event }) => event.type === 'application_received')!.event as Extract<CaseEvent, { type: 'application_received' }>
  const { authorityId, applicationId, applicantName, applicantKind, channel, receivedOn } = row
  await createCase(tx, ctx, { id: ids.case, authorityId, applicationId, number, subject: partSubject(part), applicantName, applicantKind, channel, receivedOn, monthOrdinal }, [
    { ...received, number, requestDigest: sha256Hex(canonicalJson({ part })) },
    ...before,
    { type: 'split_off', on: ctx.today, from: state.number, part },
    { type: 'receipt_issued', on: ctx.today, letterId: ids.letter, propsDigest: sha256Hex(canonicalJson(letter.props)), dueOn: clock.dueOn! },
  ])
  await queueLetter(tx, ctx, { ...letter, id: ids.letter, caseId: ids.case, authorityId, documentNumber: null, issuedOn: ctx.today })
}

/** As the receipt tells it: of the day of receipt, so that it does not speak of days gone by. */
function clockOf(ctx: StaffCtx, { row }: LoadedCase, before: readonly CaseEvent[]): Clock {
  const events = before.flatMap((event) => clockEvent(event) ?? [])
  const folded = foldClock({ receivedOn: row.receivedOn, events, today: events.length === 0 ? row.receivedOn : ctx.today, calendar: ctx.calendar })
  if (!folded.ok) throw new Error(folded.refusal.code)
  return folded.clock
}
