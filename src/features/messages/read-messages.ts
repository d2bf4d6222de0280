import type { StaffCtx } from '#store/context.ts'
import { listMessages, type MessageFactsRow } from './list-messages.ts'
import { onlyAdministrators } from './may-read.ts'
import type { MessageState } from './message.table.ts'

const PAGE_SIZE = 50

/** One page of the messages of the administrator's authority. */
export async function readMessages(ctx: StaffCtx, { state, page }: { readonly state: MessageState | undefined; readonly page: number }): Promise<{ rows: MessageFactsRow[]; more: boolean }> {
  onlyAdministrators(ctx.actor)
  const { authorityId } = ctx.actor
  const found = await listMessages(ctx.db, { authorityId, state, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE })
  return { rows: found.slice(0, PAGE_SIZE), more: found.length > PAGE_SIZE }
}
