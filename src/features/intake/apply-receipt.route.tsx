/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import type { ApplicantKind, Form, Way } from '#case/words.ts'
import { APPLICANT } from '#case/actor.ts'
import { letterForDownload, letterMissingPage, letterResponse } from '#features/letters/index.ts'
import { toldBy } from '#features/messages/index.ts'
import { answerPage, keepNoCopy, passFor } from '#features/portal/index.ts'
import { notFound } from '#platform/errors.ts'
import { maskedPersonal, openPersonal, personalOf, type Personal } from '#store/applicant.ts'
import { findAuthority } from '#store/authority.ts'
import { loadCaseById, type LoadedCase } from '#store/case-store.ts'
import { calendarFor, contextFor } from '#store/context.ts'
import { lettersOfCase } from '#store/letters.ts'
import type { WebEnv } from '#store/web-env.ts'
import { applicationOf } from '#store/application.ts'
import { receiptClock } from './receipt-clock.ts'
import { ReceiptPage } from './receipt.page.tsx'

/** `/receipt/:number`: for the browser that has just filed, for half an hour; then the status page takes over. */
export const receiptPages = new Hono<WebEnv>()
  .use('/receipt/*', async (c, next) => {
    keepNoCopy(c)
    await next()
  })
  .get('/receipt/:number', async (c) => {
    const number = c.req.param('number')
    const pass = passFor(c, 'receipt', number)
    if (!pass?.queryCode) return c.redirect(`/status?number=${encodeURIComponent(number)}`, 303)
    const ctx = contextFor(c.get('services'), APPLICANT)
    const loaded = await loadCaseById(ctx.db, pass.caseId)
    const { row, state } = loaded
    const [asked, applicant, authority, letters] = await Promise.all([
      applicationOf(ctx.db, row.applicationId),
      personalOf(ctx.db, row.applicationId),
      findAuthority(ctx.db, row.authorityId),
      lettersOfCase(ctx.db, row.id),
    ])
    if (!authority) throw notFound()
    const way = asked.delivery as Way
    const personal = maskedPersonal(ctx.keyring, applicant)
    const page = (
      <ReceiptPage
        authority={authority}
        number={number}
        queryCode={pass.queryCode}
        subject={row.subject}
        applicantName={row.applicantName}
        applicantKind={row.applicantKind as ApplicantKind}
        form={asked.form as Form}
        way={way}
        agentName={personal?.agent?.name ?? null}
        papers={loaded.events.filter(({ event }) => event.type === 'paper_added').length}
        replyTo={replyTo(way, personal)}
        toldBy={toldBy(ctx, openPersonal(ctx.keyring, applicant))}
        filedAt={asked.createdAt}
        clock={receiptClock(state.receivedOn, calendarFor(ctx, row.authorityId))}
        letter={letters.find(({ id }) => id === receiptLetterOf(loaded))?.status ?? 'failed'}
        statusUrl={`${ctx.publicUrl}/status?number=${number}`}
      />
    )
    return answerPage(c, { title: '收到您的申请了', current: 'apply', narrow: true, authority, children: page })
  })
  .get('/receipt/:number/receipt.pdf', async (c) => {
    const number = c.req.param('number')
    const pass = passFor(c, 'receipt', number)
    if (!pass) return c.redirect(`/status?number=${encodeURIComponent(number)}`, 303)
    const { db } = c.get('services')
    const letterId = receiptLetterOf(await loadCaseById(db, pass.caseId))
    if (!letterId) throw notFound()
    const found = await letterForDownload(db, { caseId: pass.caseId, caseNumber: number, letterId })
    return found.ok ? letterResponse(c, found.file) : letterMissingPage(c, found.refusal)
  })

function receiptLetterOf({ events }: LoadedCase): string | null {
  for (const { event } of events) if (event.type === 'receipt_issued') return event.letterId
  return null
}

function replyTo(way: Way, personal: Personal | null): string {
  switch (way) {
    case 'email':
      return `答复发到您的邮箱${personal?.email ? ` ${personal.email}` : ''}`
    case 'post':
      return '答复寄到您写的地址'
    case 'pickup':
      return '办好了通知您，到服务窗口领取'
    case 'on_site':
      return '办好了与您约时间，当面给您'
  }
}
