import { art } from '../citation.ts'
import { civilDate, formatDate, type CivilDate } from '../civil-date.ts'
import { entryAt, parameter } from '../parameter.ts'
import { refuse, type Refused } from '../refusal.ts'
import { addWorkingDays, type CountedDate, type WorkingCalendar } from '../working-days.ts'

/** First day of 国办函〔2020〕109号. */
export const FEE_MEASURES_FROM: CivilDate = civilDate('2021-01-01')

/*
 * 109号 第六条 (read in sources that quote it, law.md §2): 收费通知在申请处理期限内发出；申请人自收到收费通知次日起20个工作日内缴费，
 * 逾期未缴视为放弃，不再处理。
 * LEGAL(question): that the limit for the answer begins anew on the day after payment was not seen in the text itself.
 */
export const PAYMENT_LIMIT = parameter({
  name: '缴费期限',
  unit: '个工作日',
  reviewedOn: civilDate('2026-11-21'),
  values: [{ from: FEE_MEASURES_FROM, value: 20, cite: art('109', 6) }],
})

/** The last day for payment, counted from the day on which the fee notice was received. */
export function paymentDue(calendar: WorkingCalendar, noticeReceivedOn: CivilDate): CountedDate {
  return addWorkingDays(calendar, noticeReceivedOn, entryAt(PAYMENT_LIMIT, noticeReceivedOn)?.value ?? 20)
}

/** Reading (law.md §12.2): the receipt date decides; an application received before 2021 is free of charge to its end. */
export function refuseFeeBeforeMeasures(receivedOn: CivilDate): Refused | null {
  if (receivedOn >= FEE_MEASURES_FROM) return null
  return refuse(
    'fee/not-in-force',
    `信息处理费自${formatDate(FEE_MEASURES_FROM)}起才有规定，${formatDate(receivedOn)}收到的申请不收费`,
    art('109', 12),
  )
}
