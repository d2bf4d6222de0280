/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { APPLICANT } from '#case/actor.ts'
import { answerPage, authoritiesFor, keepNoCopy } from '#features/portal/index.ts'
import { notFound } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import { findAuthority, mainAuthority } from '#store/authority.ts'
import { contextFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { BeforeFilingPart, lookBefore } from './before-filing.tsx'
import { ChannelsPage } from './channels.page.tsx'
import { EnoughPage } from './enough.page.tsx'
import { findItem } from './items.ts'
import { noteOpened } from './visit.ts'

/** A writer pauses about once in two seconds at most; the limit for all of them stands beside that of what is filed. */
const TYPING = 3

/** `/suggestions…` and `/channels`: what is shown to somebody before he files. Nothing that is typed is kept here. */
export const publicPages = new Hono<WebEnv>()
  .use('/suggestions/*', async (c, next) => {
    keepNoCopy(c)
    await next()
  })
  .post('/suggestions', async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    await countHit(ctx.sql, ctx.now, { key: `suggest:${c.get('clientAddress')}`, limit: c.get('settings').publicRate * TYPING, seconds: 60 })
    const form = await formOf(c)
    const authority = (await findAuthority(ctx.db, form.text('at').replaceAll('\0', ''))) ?? (await mainAuthority(ctx.db))
    const before = await lookBefore(c, ctx, form.values, authority)
    keepNoCopy(c)
    return c.html(<BeforeFilingPart {...before} />)
  })
  .get('/suggestions/enough', async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    const item = await findItem(ctx.db, c.req.query('item') ?? '')
    if (!item) throw notFound('published item')
    return answerPage(c, { title: '这次不用申请了', current: 'apply', narrow: true, children: <EnoughPage item={item} csrf={c.get('csrfToken')} /> })
  })
  // Leads to what staff have stored and nowhere else: the address is no part of the request.
  .get('/suggestions/:id/open', async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    const item = await findItem(ctx.db, c.req.param('id'))
    if (!item?.active || item.url === null) throw notFound('published item')
    await noteOpened(c, ctx, item.id).catch((error: unknown) => ctx.log.error('suggestions: opening not noted', { error }))
    return c.redirect(item.url, 303)
  })
  .get('/channels', async (c) => {
    const { chosen } = await authoritiesFor(c)
    return answerPage(c, { title: '不是要信息的，这样办', authority: chosen, narrow: true, children: <ChannelsPage of={chosen} /> })
  })
