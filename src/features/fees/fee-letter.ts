import type { CaseState } from '#case/state.ts'
import type { Notice } from '#features/letters/index.ts'
import { art } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { answerLimit } from '#law/disclosure-regulation/art33-time-limit.ts'
import { PAYMENT_LIMIT } from '#law/processing-fee-measures/art6-payment.ts'
import type { Fee } from '#law/processing-fee-measures/fee.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { valueAt } from '#law/parameter.ts'
import type { IssueFeeNotice } from './fee-notice.schema.ts'
import { monthText } from './fee-of-case.ts'

const BASIS = { per_case: '按件', per_page: '按量' } as const

/** 收费通知书 as the template `fee-notice` takes it. */
export function feeNotice({ receivedOn, lawAsOf }: CaseState, input: IssueFeeNotice, fee: Fee, today: CivilDate): Notice {
  return {
    code: 'fee-notice',
    title: '收费通知书',
    grounds: [art('711', 42, 1), art('109', input.basis === 'per_case' ? 4 : 5)],
    own: {
      facts: input.facts,
      basis: BASIS[input.basis],
      working: fee.working.slice(0, -1).map((step) => step.text.replace(/^本月/u, monthText(receivedOn))),
      amount: formatYuan(fee.amountFen),
      payDays: valueAt(PAYMENT_LIMIT, today),
      method: input.method,
      answerDays: answerLimit(lawAsOf).days,
    },
  }
}
