/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import { statusOfRefusal } from '#platform/http/problem.ts'
import type { Refusal } from '#law/refusal.ts'
import type { WebEnv } from '#store/web-env.ts'
import { findMessage } from './list-messages.ts'
import { onlyAdministrators } from './may-read.ts'
import { MessagePage } from './message.page.tsx'
import { MESSAGES, MessagesPage } from './messages.page.tsx'
import { messagesAsked } from './messages.schema.ts'
import { readMessages } from './read-messages.ts'
import { retryMessage } from './retry-message.ts'

const ID = '/desk/messages/:id'

/** `/desk/messages`: what was sent to applicants, for system administrators. */
export const messagePages = new Hono<WebEnv>()
  .get('/desk/messages', requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const { state, page } = messagesAsked(c.req.query())
    const { rows, more } = await readMessages(ctx, { state, page })
    const children = <MessagesPage rows={rows} state={state} page={page} more={more} today={ctx.today} />
    return deskPage(c, ctx, { title: '消息', context: '发给申请人的邮件和短信', current: 'messages', children })
  })
  .get(ID, requireStaff, (c) => one(c, c.req.param('id'), null))
  .post(`${ID}/retry`, requireStaff, async (c) => {
    const id = c.req.param('id')
    const outcome = await retryMessage(staffCtx(c), id)
    return outcome.ok ? c.redirect(`${MESSAGES}/${id}?again=1`, 303) : one(c, id, outcome.refusal)
  })

async function one(c: Context<WebEnv>, id: string, refusal: Refusal | null): Promise<Response> {
  const ctx = staffCtx(c)
  onlyAdministrators(ctx.actor)
  const row = await findMessage(ctx.db, ctx.actor.authorityId, id)
  const children = <MessagePage row={row} today={ctx.today} csrf={c.get('csrfToken')} again={c.req.query('again') === '1'} refusal={refusal?.message ?? null} />
  return deskPage(c, ctx, {
    title: '一条消息', context: <a href={MESSAGES}>返回消息</a>, current: 'messages', children,
    ...(refusal === null ? {} : { status: statusOfRefusal(refusal), error: true }),
  })
}
