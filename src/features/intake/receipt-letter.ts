import type { Channel } from '#case/words.ts'
import type { Clock } from '#law/clock-types.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Ctx } from '#store/context.ts'
import { letterHead } from '#store/letter-head.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { FileApplication } from './file-application.schema.ts'

/** 登记回执 as the template `registration-receipt` takes it. The query code is not printed: it is told once, on the page. */
export function receiptLetter(of: {
  readonly ctx: Ctx
  readonly authority: Authority
  readonly asked: Pick<FileApplication, 'name' | 'applicantKind' | 'documentRef' | 'description'> & { readonly subject?: string | undefined }
  readonly channel: Channel
  readonly number: string
  readonly receivedOn: CivilDate
  readonly receivedWhy: string
  readonly clock: Clock
}) {
  const { authority, asked, number, receivedOn, clock } = of
  return {
    code: 'registration-receipt',
    title: '政府信息公开申请登记回执',
    templateVersion: '2026-03-01',
    props: {
      ...letterHead(authority, { applicantName: asked.name, applicantKind: asked.applicantKind, number }, { receivedOn, channel: of.channel }),
      receivedWhy: of.receivedWhy,
      requestSummary: [asked.subject, asked.documentRef, asked.description].filter(Boolean).join('\n'),
      answerBy: clock.dueOn,
      answerWorking: clock.working.map((step) => step.text),
      provisional: clock.provisional,
      correctionNoticeBy: stillAhead(clock.correctionNoticeDueOn, of.ctx.today),
      queryCode: null,
      statusUrl: `${of.ctx.publicUrl}/status?number=${number}`,
      phones: [
        { label: '咨询', number: authority.consultPhone },
        { label: '监督', number: authority.supervisePhone },
      ],
      issuedOn: of.ctx.today,
    },
  }
}

/** Paper may be entered after the day for the correction notice: then there is nothing to announce. */
function stillAhead(date: CivilDate | null, today: CivilDate): CivilDate | null {
  return date === null || date < today ? null : date
}
