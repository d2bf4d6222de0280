import { requestOf } from '#case/request.ts'
import { art, formatCitations } from '#law/citation.ts'
import { answerLimit } from '#law/disclosure-regulation/art33-time-limit.ts'
import { PAYMENT_LIMIT } from '#law/processing-fee-measures/art6-payment.ts'
import type { Fee } from '#law/processing-fee-measures/fee.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { valueAt } from '#law/parameter.ts'
import type { ApplicationRow } from '#store/application.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { CHANNEL_PHRASES } from '#store/channel-phrases.ts'
import type { Ctx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { IssueFeeNotice } from './fee-notice.schema.ts'
import { monthText } from './fee-of-case.ts'

const BASIS = { per_case: '按件', per_page: '按量' } as const

/** 收费通知书 as the template `fee-notice` takes it. */
export function feeLetter(ctx: Ctx, of: {
  readonly authority: Authority
  readonly asked: ApplicationRow
  readonly loaded: LoadedCase
  readonly input: IssueFeeNotice
  readonly fee: Fee
  readonly documentNumber: string
}) {
  const { authority, asked, loaded: { row, state }, input, fee, documentNumber } = of
  return {
    code: 'fee-notice',
    title: '收费通知书',
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
      ground: formatCitations([art('711', 42, 1), art('109', input.basis === 'per_case' ? 4 : 5)], 'letter'),
      facts: input.facts,
      basis: BASIS[input.basis],
      working: fee.working.slice(0, -1).map((step) => step.text.replace(/^本月/u, monthText(state.receivedOn))),
      amount: formatYuan(fee.amountFen),
      payDays: valueAt(PAYMENT_LIMIT, ctx.today),
      method: input.method,
      answerDays: answerLimit(state.lawAsOf).days,
      issuedOn: ctx.today,
      contact: `联系电话：${authority.consultPhone}`,
    },
  }
}
