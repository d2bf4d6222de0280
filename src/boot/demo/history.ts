import type { Actor, StaffActor } from '#case/actor.ts'
import { APPLICANT } from '#case/actor.ts'
import { accept } from '#features/acceptance/index.ts'
import { archive } from '#features/archive/index.ts'
import { assign } from '#features/assignment/index.ts'
import { deliver } from '#features/delivery/index.ts'
import { fileApplication } from '#features/intake/index.ts'
import { approveDraft, issueReply, saveDraft, submitDraft } from '#features/reply/index.ts'
import { takeDecision } from '#features/review/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Outcome } from '#case/outcome.ts'
import { instant } from '#law/instant.ts'
import { contextFor, type Ctx, type Services } from '#store/context.ts'
import { applicantFor } from './applicants.ts'
import type { Matter, Stage } from './matters.ts'
import { REASONS, replyTo } from './replies.ts'

/** Who takes which part in a demonstration case. */
export interface Cast {
  readonly window: StaffActor
  readonly office: StaffActor
  readonly handler: StaffActor
  readonly reviewer: StaffActor
  readonly issuer: StaffActor
}

/** One step of the way, done through the same verb as in real life. */
type Step = (ctx: { as(actor: StaffActor): Ctx<StaffActor>; number: string; matter: Matter; cast: Cast }) => Promise<Outcome>

const WAY: readonly (readonly [Stage, Step])[] = [
  ['accepted', ({ as, number, cast }) => accept(as(cast.office), { number })],
  ['in_progress', ({ as, number, cast }) => assign(as(cast.office), { number }, { handlerId: cast.handler.id })],
  ['drafting', ({ as, number, cast, matter }) => {
    const decision = matter.decision ?? 'granted'
    return takeDecision(as(cast.handler), { number }, { decision, reason: REASONS[decision] })
  }],
  ['drafting', ({ as, number, cast, matter }) =>
    saveDraft(as(cast.handler), { number }, replyTo(matter))],
  ['section_review', ({ as, number, cast }) => submitDraft(as(cast.handler), { number }, async () => ({ blocks: [] }))],
  ['awaiting_issue', ({ as, number, cast }) => approveDraft(as(cast.reviewer), { number }, { comment: '同意' })],
  ['issued', ({ as, number, cast }) => issueReply(as(cast.issuer), { number })],
]

const ORDER: readonly Stage[] = ['registered', 'accepted', 'in_progress', 'drafting', 'section_review', 'awaiting_issue', 'issued', 'delivered', 'archived']

/** Services whose clock stands at 10:00 of a day, so that the history reads as it would have happened. */
export function onDay(services: Services, day: CivilDate): Services {
  const now = instant(`${day}T02:00:00.000Z`)
  return { ...services, clock: { now: () => now } }
}

/**
 * Lets one demonstration case happen, step by step on the given working days.
 * @param days the working days from receipt to today; the last is today
 */
export async function happen(services: Services, matter: Matter, cast: Cast, days: readonly CivilDate[], index: number): Promise<string> {
  let day = 0
  const next = () => days[Math.min(day++, days.length - 1)]!
  const as = <A extends Actor>(actor: A): Ctx<A> => contextFor(onDay(services, next()), actor)
  const online = matter.channel === 'internet'
  const intake = as<Actor>(online ? APPLICANT : cast.window)
  const { filed } = await fileApplication(intake, {
    authorityId: matter.authorityId,
    application: applicantFor(matter, index),
    receipt: { channel: matter.channel, arrivedOn: intake.today, ...(matter.channel === 'registered_mail' ? { mailNumber: `1100000000${index}`, signedBy: '本局收发室' } : {}) },
    idempotencyKey: null,
  })
  for (const [stage, step] of WAY) {
    if (ORDER.indexOf(stage) > ORDER.indexOf(matter.stage)) break
    const outcome = await step({ as, number: filed.number, matter, cast })
    if (!outcome.ok) throw new Error(`demonstration case ${filed.number}: ${outcome.refusal.message}`)
  }
  return filed.number
}

/** The last steps need the letter's PDF; they happen once it is stored. */
export async function finish(services: Services, matter: Matter, cast: Cast, number: string, day: CivilDate): Promise<void> {
  if (ORDER.indexOf(matter.stage) < ORDER.indexOf('delivered')) return
  const ctx = contextFor(onDay(services, day), cast.office)
  const delivered = await deliver(ctx, { number }, { service: 'direct', on: day, evidence: '申请人本人签收' })
  if (!delivered.ok) throw new Error(delivered.refusal.message)
  if (matter.stage !== 'archived') return
  const archived = await archive(ctx, { number })
  if (!archived.ok) throw new Error(archived.refusal.message)
}
