import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { message, type MessageRow, type MessageState } from './message.table.ts'

/** A message as people see it: the recipient masked. */
export type MessageFactsRow = Omit<MessageRow, 'recipient' | 'keyId' | 'noticeId' | 'claimedAt'> & { readonly caseNumber: string }

const { recipient: _recipient, keyId: _keyId, noticeId: _noticeId, claimedAt: _claimedAt, ...SHOWN } = getTableColumns(message)

function shown(tx: Queryable) {
  return tx.select({ ...SHOWN, caseNumber: caseFile.number }).from(message).innerJoin(caseFile, eq(caseFile.id, message.caseId)).$dynamic()
}

/** The messages of an authority, newest first. */
export function listMessages(
  tx: Queryable,
  { authorityId, state, limit, offset }: { readonly authorityId: string; readonly state: MessageState | undefined; readonly limit: number; readonly offset: number },
): Promise<MessageFactsRow[]> {
  return shown(tx)
    .where(and(eq(message.authorityId, authorityId), state === undefined ? undefined : eq(message.state, state)))
    .orderBy(desc(message.id))
    .limit(limit)
    .offset(offset)
}

/** What the applicant of a case was told, oldest first. */
export function messagesOfCase(tx: Queryable, caseId: string): Promise<MessageFactsRow[]> {
  return shown(tx).where(eq(message.caseId, caseId)).orderBy(asc(message.id)).limit(200)
}

/** @throws AppError not_found, also for a message of another authority, whatever the id looks like */
export async function findMessage(tx: Queryable, authorityId: string, id: string): Promise<MessageFactsRow> {
  const [row] = await shown(tx).where(and(eq(sql`${message.id}::text`, id), eq(message.authorityId, authorityId)))
  if (!row) throw notFound(`message ${id}`)
  return row
}
