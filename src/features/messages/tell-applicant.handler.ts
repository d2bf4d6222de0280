import { eq } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { openPersonal, personalOf } from '#store/applicant.ts'
import { findAuthority } from '#store/authority.ts'
import { enqueue } from '#store/outbox.ts'
import type { JobHandler } from '#store/outbox-run.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { message } from './message.table.ts'
import { sendMessageJob } from './send-message.job.ts'
import type { Told } from './tell-applicant.job.ts'
import { recipientsOf } from './ways.ts'
import { messageWords } from './words.ts'

/** Opens the sealed contact data, decides the ways, and writes one message for each; to an erased applicant none. */
export const composeMessages: JobHandler<Told> = async (_services, { noticeId, at, caseId, occasion, letterId, facts }) => async (tx, ctx) => {
  const [row] = await tx.select().from(caseFile).where(eq(caseFile.id, caseId))
  if (!row) throw new Error('no such case')
  const [person, authority] = await Promise.all([personalOf(tx, row.applicationId), findAuthority(tx, row.authorityId)])
  const contact = openPersonal(ctx.keyring, person)
  if (!contact || person.erasedAt !== null) return
  const words = messageWords(occasion, { number: row.number, authority: authority!, facts, publicUrl: ctx.publicUrl })
  for (const { channel, to, masked } of recipientsOf(contact)) {
    const id = newId(at)
    const sealed = ctx.keyring.seal(to, `message/${id}`)
    const written = await tx
      .insert(message)
      .values({
        id, noticeId, caseId, authorityId: row.authorityId, occasion, letterId, channel,
        recipient: sealed.bytes, keyId: sealed.keyId, recipientMasked: masked,
        ...(channel === 'email' ? words.email : { subject: null, text: words.sms }),
        state: 'sending', createdAt: at,
      })
      .onConflictDoNothing({ target: [message.noticeId, message.channel] })
      .returning({ id: message.id })
    if (written.length > 0) await enqueue(tx, ctx, sendMessageJob, { messageId: id })
  }
}
