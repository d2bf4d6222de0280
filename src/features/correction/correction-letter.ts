import { requestOf } from '#case/request.ts'
import { formatCitations } from '#law/citation.ts'
import { correctionArticle } from '#law/disclosure-regulation/art30-correction.ts'
import { answerLimit } from '#law/disclosure-regulation/art33-time-limit.ts'
import { REGULATION_2019_FROM } from '#law/disclosure-regulation/version.ts'
import type { ApplicationRow } from '#store/application.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { CHANNEL_PHRASES } from '#store/channel-phrases.ts'
import type { Ctx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { RequestCorrection } from './request-correction.schema.ts'

/** 补正告知书 as the template `correction-notice` takes it. */
export function correctionLetter(ctx: Ctx, of: {
  readonly authority: Authority
  readonly asked: ApplicationRow
  readonly loaded: LoadedCase
  readonly input: RequestCorrection
  readonly documentNumber: string
}) {
  const { authority, asked, loaded: { row, state }, input, documentNumber } = of
  return {
    code: 'correction-notice',
    title: '补正告知书',
    templateVersion: '2026-03-01',
    documentNumber,
    issuedOn: ctx.today,
    props: {
      letterhead: authority.name,
      signer: authority.name,
      self: '本机关',
      addressee: row.applicantName,
      addresseeKind: row.applicantKind === 'natural_person' ? 'person' : 'organization',
      caseNumber: row.number,
      receivedOn: state.receivedOn,
      channel: CHANNEL_PHRASES[state.channel],
      documentNumber,
      requestSummary: requestOf(state, asked),
      ground: formatCitations([correctionArticle(state.lawAsOf)], 'letter'),
      items: input.items,
      guidance: input.guidance,
      respondBy: input.respondBy,
      answerDays: answerLimit(state.lawAsOf).days,
      lapses: state.lawAsOf >= REGULATION_2019_FROM,
      office: authority.officeName,
      address: authority.address,
      statusUrl: `${ctx.publicUrl}/status?number=${row.number}`,
      issuedOn: ctx.today,
      contact: `联系电话：${authority.consultPhone}`,
    },
  }
}
