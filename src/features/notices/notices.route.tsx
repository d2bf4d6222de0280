/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import { invalid } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { listNotifications, markRead } from '#store/notifications.ts'
import type { WebEnv } from '#store/web-env.ts'
import { NoticesPage, PAGE_SIZE } from './notices.page.tsx'

const LAST_PAGE = 200

/** `/desk/notices`: one's own notices, and marking them as read. */
export const noticePages = new Hono<WebEnv>()
  .get('/desk/notices', requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const page = Math.min(positive(c.req.query('page')) ?? 1, LAST_PAGE)
    const found = await listNotifications(ctx.db, ctx.actor.id, { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE })
    const children = <NoticesPage rows={found.slice(0, PAGE_SIZE)} page={page} more={found.length > PAGE_SIZE} today={ctx.today} csrf={c.get('csrfToken')} />
    return deskPage(c, ctx, { title: '提醒', current: null, children })
  })
  .post('/desk/notices/read', requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const form = await formOf(c)
    const [id, upTo] = [positive(form.text('id')), positive(form.text('upTo'))]
    if (id === null && upTo === null) throw invalid([{ field: 'id', message: '没有写哪一条提醒' }])
    await markRead(ctx.db, ctx, ctx.actor.id, id !== null ? { id } : { upTo: upTo! })
    return c.redirect('/desk/notices', 303)
  })

function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
