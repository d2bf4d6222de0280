import { APPLICANT, SYSTEM } from '#case/actor.ts'
import type { CaseEvent } from '#case/events.ts'
import { fileApplication, type Filed } from '#features/intake/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { sha256 } from '#platform/crypto/digest.ts'
import { newId } from '#platform/ids.ts'
import { appendEvents, loadCaseById } from '#store/case-store.ts'
import { contextFor, type Services } from '#store/context.ts'
import { insertLetter, storeLetter } from '#store/letters.ts'
import { CITY } from '../portal/harness.ts'

/** GB 11643 check digit fits; the region does not exist. */
export const RESIDENT_ID = '000000190001010009'

/** Files an application over the internet at the moment of `services.clock`. */
export async function fileOne(services: Services, authorityId = CITY): Promise<Filed> {
  const { filed } = await fileApplication(contextFor(services, APPLICANT), {
    authorityId,
    application: {
      applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: RESIDENT_ID,
      contactName: undefined, phone: '000 0000 0001', email: 'a@example.com', address: undefined, postcode: undefined,
      subject: '江北大道与学府路口闯红灯自动记录系统的验收报告、检定证书', documentRef: undefined, description: '验收报告、检定证书',
      form: 'electronic', way: 'email',
    },
    receipt: { channel: 'internet' },
    idempotencyKey: null,
  })
  return filed
}

/** Appends events as the system at the moment of `services.clock`. */
export function happen(services: Services, caseId: string, ...events: CaseEvent[]): Promise<unknown> {
  const ctx = contextFor(services, SYSTEM)
  return ctx.db.transaction(async (tx) => appendEvents(tx, ctx, await loadCaseById(tx, caseId), events))
}

/** A stored letter of a case with these bytes. */
export async function storedLetter(services: Services, of: { caseId: string; title: string; documentNumber: string | null; issuedOn: CivilDate; bytes?: string; props?: Record<string, unknown>; authorityId?: string }): Promise<string> {
  const ctx = contextFor(services, SYSTEM)
  const id = newId(ctx.now)
  const bytes = new TextEncoder().encode(of.bytes ?? '%PDF-1.7 example')
  await insertLetter(ctx.db, ctx, { id, caseId: of.caseId, authorityId: of.authorityId ?? CITY, code: 'example', title: of.title, documentNumber: of.documentNumber, issuedOn: of.issuedOn, templateVersion: '1', props: of.props ?? {} })
  await storeLetter(ctx.db, ctx, id, { bytes, sha256: sha256(bytes), pages: 2 })
  return id
}

export function assigned(on: CivilDate): CaseEvent {
  return { type: 'case_assigned', on, unitId: 'traffic', unitName: '交通管理支队', handlerId: 'handler', handlerName: '承办人甲' }
}

/** Everything from decision to delivery by electronic mail or post. */
export function replied(letterId: string, on: CivilDate, service: 'electronic' | 'post' | 'direct', decision = 'granted'): CaseEvent[] {
  return [
    { type: 'decision_taken', on, decision, reason: '可以公开', groundText: null, refusedPart: null },
    { type: 'draft_saved', on, revision: 1, letterCode: 'granted', digest: '0' },
    { type: 'draft_submitted', on, revision: 1 },
    { type: 'draft_approved', on, revision: 1, comment: null },
    { type: 'reply_issued', on, letterId, letterCode: 'granted', documentNumber: '示例公信公开〔2026〕12号', revision: 1, propsDigest: '0' },
    { type: 'letter_stored', on, letterId, sha256: '0', pages: 2, size: 100 },
    { type: 'reply_delivered', on, letterId, service, evidence: '邮件编号1' },
  ]
}
