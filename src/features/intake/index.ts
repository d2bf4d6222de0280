import { Hono } from 'hono'
import type { WebEnv } from '#store/web-env.ts'
import { intakeApi as filingApi } from './intake.api.ts'
import { returningApi } from './returning.api.ts'
import { applyPages } from './apply.route.tsx'
import { windowPages } from './window.route.tsx'

export { fileApplication, type Filed, type Filing } from './file-application.ts'
export { applicationRules, FileApplication, oneOf } from './file-application.schema.ts'
export { signedFormMissing } from './oral-form.ts'
export { SignedFormNotice } from './signed-form-notice.tsx'
export { FiledAnswer, filedAnswer } from './filed-answer.ts'
export { isRegistrar, mayRegister } from './may-register.ts'
export { partReceipt } from './part-receipt.ts'
export { papersToCase } from './papers-to-case.ts'
export { formatQueryCode, matchesQueryCode, normalizeQueryCode } from './query-code.ts'
export { readUnconfirmed, type Unconfirmed } from './window-form.ts'
export { rememberLast } from './window-last.ts'
export { giveWindowPass } from './window-pass.ts'
export { keepScans, scansOwner } from './window-scans.ts'
export { pageKey, registrar, showWindow } from './window-show.tsx'

/** Filing, and returning applicants; to be mounted under `/api/v1`. */
export const intakeApi = new Hono<WebEnv>().route('/', filingApi).route('/', returningApi)

/** The public application form with its receipt, and the window's entry of paper forms. */
export const intakePages = new Hono<WebEnv>().route('/', applyPages).route('/', windowPages)
