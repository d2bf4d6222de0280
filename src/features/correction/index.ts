import { Hono } from 'hono'
import { commandApi, commandPages } from '#features/desk/index.ts'
import type { WebEnv } from '#store/web-env.ts'
import { recordLapseDoor, refuseCorrectionDoor } from './late-correction.door.tsx'
import { receiveCorrectionDoor } from './receive-correction.door.tsx'
import { requestCorrectionDoor } from './request-correction.door.tsx'

export { mayAnswerCorrection } from './answer-correction.decide.ts'
export { AnswerCorrection, answerCorrection, papersOfAnswer } from './answer-correction.ts'
export { mayRecordLapse, mayRefuseCorrection, waitingLateCorrection } from './late-correction.decide.ts'
export { readNotice, type CorrectionNotice } from './read-notice.ts'
export { mayReceiveCorrection } from './receive-correction.decide.ts'
export { receiveCorrection } from './receive-correction.ts'
export { recordLapse, refuseCorrection } from './refuse-correction.ts'
export { mayAskCorrection } from './request-correction.decide.ts'
export { requestCorrection } from './request-correction.ts'
export { SupplementsPanel } from './supplements-panel.tsx'
export { supplementsOf, type Supplement } from './supplements.ts'

/** 告知补正, 登记补正, 不认可逾期补正, 登记逾期. */
export const correctionPages = new Hono<WebEnv>()
  .route('/', commandPages(requestCorrectionDoor))
  .route('/', commandPages(receiveCorrectionDoor))
  .route('/', commandPages(refuseCorrectionDoor))
  .route('/', commandPages(recordLapseDoor))

/** Their JSON routes below `/cases/{number}`, to be mounted under `/api/v1`. */
export const correctionApi = new Hono<WebEnv>()
  .route('/', commandApi(requestCorrectionDoor, 'RequestCorrection'))
  .route('/', commandApi(receiveCorrectionDoor, 'ReceiveCorrection'))
  .route('/', commandApi(refuseCorrectionDoor, 'RefuseCorrection'))
  .route('/', commandApi(recordLapseDoor, 'RecordLapse'))
