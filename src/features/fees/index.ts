import { Hono } from 'hono'
import { commandApi, commandPages } from '#features/desk/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { feeNoticeDoor } from './fee-notice.door.tsx'
import { paymentDoor, receiveFeeNoticeDoor } from './payment.door.tsx'

export { mayNoticeFee } from './fee.decide.ts'
export { issueFeeNotice } from './issue-fee-notice.ts'
export { receiveFeeNotice, recordPayment } from './payment.ts'

/** 发收费通知, 登记收费通知送达, 登记缴费. */
export const feePages = new Hono<WebEnv>()
  .route('/', commandPages(feeNoticeDoor))
  .route('/', commandPages(receiveFeeNoticeDoor))
  .route('/', commandPages(paymentDoor))

/** Their JSON routes below `/cases/{number}`, to be mounted under `/api/v1`. */
export const feesApi = new Hono<WebEnv>()
  .route('/', commandApi(feeNoticeDoor, 'IssueFeeNotice'))
  .route('/', commandApi(receiveFeeNoticeDoor, 'ReceiveFeeNotice'))
  .route('/', commandApi(paymentDoor, 'RecordPayment'))
