import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { plusSeconds } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Sent } from '#platform/mail/port.ts'
import { quietUntil } from '#platform/sms/quiet-hours.ts'
import { personalOf } from '#store/applicant.ts'
import type { Services } from '#store/context.ts'
import type { Effect, JobHandler } from '#store/outbox-run.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { message, type MessageRow } from './message.table.ts'
import type { Senders } from './senders.ts'

/** With the queue's pauses between tries these are about ten hours. */
export const MOST_ATTEMPTS = 32
/** Longer than any sender takes: after it the process that claimed a message is taken to have died. */
export const CLAIM_SECONDS = 120

/**
 * Sends one message, at least once and nearly always exactly once: a claim keeps two processes from sending it at the same
 * time; a process that dies between the other side's yes and our commit has it sent again under the same Message-ID or
 * idempotency key.
 * @throws AppError unavailable when it is to be tried again
 */
export function sendMessage(senders: Senders): JobHandler<{ messageId: string }> {
  return async (services, { messageId }) => {
    const [row] = await services.db.select().from(message).where(eq(message.id, messageId))
    if (row?.state !== 'sending') return nothing
    if (!row.recipient || (await isErased(services, row))) return forget(row)
    const send = way(senders, services, row)
    if (!send) return change(row, { state: 'unconfigured' })
    const quiet = row.channel === 'sms' ? quietUntil(services.clock.now(), senders.quietHours) : null
    if (quiet) return change(row, { state: 'waiting_quiet_hours', notBefore: quiet })
    if (row.attempts >= MOST_ATTEMPTS) return change(row, { state: 'failed', failure: row.failure ?? 'interrupted' })
    if (!(await claim(services, row))) throw new AppError('unavailable', '正在发', { code: 'message/being-sent' })
    const sent = await send()
    return sent.ok ? delivered(row, sent.providerId) : await missed(services, row, sent)
  }
}

const nothing: Effect = async () => {}

async function isErased({ db }: Services, { caseId }: MessageRow): Promise<boolean> {
  const [row] = await db.select({ applicationId: caseFile.applicationId }).from(caseFile).where(eq(caseFile.id, caseId))
  const person = await personalOf(db, row!.applicationId)
  return person.erasedAt !== null || person.personal === null
}

function way({ mail, sms }: Senders, { keyring }: Services, row: MessageRow): (() => Promise<Sent>) | null {
  const { id, channel, subject, text } = row
  const to = () => keyring.open({ bytes: row.recipient!, keyId: row.keyId! }, `message/${id}`)
  if (channel === 'email') return mail && (() => mail.send({ id, to: to(), subject: subject ?? '', text }))
  return sms && (() => sms.send({ id, to: to(), text }))
}

async function claim({ db, clock }: Services, { id }: MessageRow): Promise<boolean> {
  const now = clock.now()
  const free = or(isNull(message.claimedAt), lte(message.claimedAt, plusSeconds(now, -CLAIM_SECONDS)))
  const mine = await db
    .update(message)
    .set({ claimedAt: now, attempts: sql`${message.attempts} + 1` })
    .where(and(eq(message.id, id), eq(message.state, 'sending'), free))
    .returning({ id: message.id })
  return mine.length > 0
}

/** Takes effect only while the message is still to be sent. */
function change({ id }: MessageRow, to: Partial<MessageRow>): Effect {
  return async (tx) => {
    await tx.update(message).set({ ...to, claimedAt: null }).where(and(eq(message.id, id), eq(message.state, 'sending')))
  }
}

function delivered(row: MessageRow, providerId: string | null): Effect {
  return (tx, ctx) => change(row, { state: 'sent', sentAt: ctx.now, providerId, failure: null })(tx, ctx)
}

/** The personal data is gone, so the address goes too. */
function forget(row: MessageRow): Effect {
  return change(row, { state: 'failed', failure: 'erased', recipient: null, keyId: null, recipientMasked: '' })
}

/** Writes the failed try down at once, since the effect of a job that fails never comes. */
async function missed({ db, clock }: Services, row: MessageRow, { permanent, failure }: Extract<Sent, { ok: false }>): Promise<Effect> {
  const tried = JSON.stringify([{ at: clock.now(), failure }])
  const noted = { failure, claimedAt: null, failedTries: sql`${message.failedTries} || ${tried}::jsonb` }
  await db.update(message).set(noted).where(eq(message.id, row.id))
  if (permanent || row.attempts + 1 >= MOST_ATTEMPTS) return change(row, { state: 'failed' })
  throw new AppError('unavailable', '没有发出', { code: 'message/not-sent', internal: failure })
}
