import type { Channel } from '#case/words.ts'
import { receiptOf } from '#law/disclosure-regulation/art31-receipt.ts'
import type { CivilDate } from '#law/civil-date.ts'

/** What the office knows of an application's arrival; kept with the application. */
export interface ReceiptFacts {
  readonly channel: Channel
  /** Handing in, signing for the mail, or arrival. Left out on the portal: today. */
  readonly arrivedOn?: CivilDate | undefined
  /** Confirmation with the applicant (平常信函, 传真). */
  readonly confirmedOn?: CivilDate | undefined
  /** 平常信函: nobody could be reached on the day of arrival. */
  readonly contactLost?: boolean | undefined
  readonly mailNumber?: string | undefined
  readonly signedBy?: string | undefined
  /** 网上补录: submitted elsewhere, entered by the office. */
  readonly recordedByStaff?: boolean | undefined
}

/** The receipt date by channel (条例第三十一条). */
export function decideReceipt(facts: ReceiptFacts, { today }: { readonly today: CivilDate }) {
  const { channel, arrivedOn = today, confirmedOn, contactLost, recordedByStaff } = facts
  return receiptOf({
    channel,
    arrivedOn,
    ...(confirmedOn === undefined ? {} : { confirmedOn }),
    ...(contactLost === undefined ? {} : { contactLost }),
    ...(recordedByStaff === undefined ? {} : { recordedByStaff }),
    today,
  })
}

/** Which field a refusal of {@link decideReceipt} is about. */
export function receiptField(code: string): 'arrivedOn' | 'confirmedOn' {
  return OF_CONFIRMATION.has(code) ? 'confirmedOn' : 'arrivedOn'
}

const OF_CONFIRMATION: ReadonlySet<string> = new Set(['receipt/not-confirmed', 'receipt/confirmed-before-arrival', 'receipt/confirmed-in-future'])
