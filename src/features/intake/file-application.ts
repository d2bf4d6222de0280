import { birthFault } from '#case/identity/resident-id.ts'
import { isTwin, earlierAnswer, keepAnswer } from '#store/idempotency.ts'
import { atAuthority, type Ctx } from '#store/context.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { newId, randomCode } from '#platform/ids.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { CaseEvent } from '#case/events.ts'
import { yearOf } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import type { Receipt } from '#law/disclosure-regulation/art31-receipt.ts'
import { invalid } from '#platform/errors.ts'
import { createCase } from '#store/case-store.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { sealPersonal } from '#store/applicant.ts'
import { findAuthority } from '#store/authority.ts'
import { documentHashes, nextMonthOrdinal } from '#store/month-ordinal.ts'
import { caseNumber, nextNumber } from '#store/numbering.ts'
import { applicant, application } from '#store/tables/application.table.ts'
import { queueLetter } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { agentOf, type FileApplication } from './file-application.schema.ts'
import { hashQueryCode, QUERY_CODE_LENGTH } from './query-code.ts'
import { receiptClock } from './receipt-clock.ts'
import { receiptLetter } from './receipt-letter.ts'
import { decideReceipt, receiptField, type ReceiptFacts } from './receipt.decide.ts'
import { subjectOf } from './subject-of.ts'

/** What the applicant takes home. The query code is told here and never again. */
export interface Filed {
  readonly caseId: string
  readonly authorityId: string
  readonly number: string
  readonly queryCode: string
}

/** `fresh` is left out where the answer is that of an earlier request. */
export interface FilingDone {
  readonly filed: Filed
  readonly repeated: boolean
  readonly fresh?: { readonly receipt: Receipt; readonly clock: Clock }
}

export interface Filing {
  readonly authorityId: string
  readonly application: FileApplication
  readonly receipt: ReceiptFacts
  /** The same key and content again give the first answer again; who sends it is part of the key. */
  readonly idempotencyKey: { readonly scope: string; readonly key: string } | null
  /** What must not be missing once the case is there, for example closing the draft that it came from. */
  readonly alsoInTransaction?: (tx: Queryable, filed: Filed) => Promise<void>
}

/**
 * Registers an application: applicant, application, case, first events, receipt letter and its job, in one transaction.
 * @source 条例第二十九条、第三十一条
 * @throws AppError invalid naming the field: unknown authority, or a receipt date that the law does not allow
 */
export async function fileApplication(asking: Ctx, filing: Filing): Promise<FilingDone> {
  const ctx = atAuthority(asking, filing.authorityId)
  const asked = filing.idempotencyKey && {
    ...filing.idempotencyKey,
    request: { authorityId: filing.authorityId, application: filing.application, receipt: filing.receipt },
  }
  const [earlier, authority] = await Promise.all([
    asked && earlierAnswer<Filed>(ctx.db, ctx, asked),
    findAuthority(ctx.db, filing.authorityId),
  ])
  if (earlier) return { filed: earlier, repeated: true }
  if (!authority) throw invalid([{ field: 'authorityId', message: '没有这个机关，请重新选择' }])
  const facts = arrivalFacts(ctx, filing.receipt)
  const receipt = decideReceipt(facts, ctx)
  const { documentType, documentNumber } = filing.application
  const unborn = documentType === 'resident_id' ? birthFault(documentNumber, ctx.today) : null
  if (unborn !== null) throw invalid([{ field: 'documentNumber', message: unborn }])
  if (!receipt.ok) throw invalid([{ field: receiptField(receipt.refusal.code), message: receipt.refusal.message }])
  try {
    return await ctx.db.transaction(async (tx) => {
      const { filed, clock, written } = await register(tx, ctx, { ...filing, receipt: facts }, receipt, authority)
      await Promise.all([...written, asked && keepAnswer(tx, ctx, asked, filed)])
      await filing.alsoInTransaction?.(tx, filed)
      return { filed, repeated: false, fresh: { receipt, clock } }
    })
  } catch (error) {
    const first = asked && isTwin(error) ? await earlierAnswer<Filed>(ctx.db, ctx, asked) : null
    if (first) return { filed: first, repeated: true }
    throw error
  }
}

/**
 * Sends the rows of a new case on their way, in the order in which they depend on each other. They travel together: the lock on the
 * number is held for one journey to the database instead of eight.
 */
async function register(tx: Queryable, ctx: Ctx, filing: Filing, receipt: Receipt, authority: Authority) {
  const { application: asked, receipt: facts } = filing
  const { receivedOn } = receipt
  const ids = { applicant: newId(ctx.now), application: newId(ctx.now), case: newId(ctx.now), letter: newId(ctx.now) }
  const queryCode = randomCode(QUERY_CODE_LENGTH)
  const subject = asked.subject ?? subjectOf(asked.description)
  const sealed = sealPersonal(ctx, ids.applicant, asked.documentType, personalIn(asked))
  const year = yearOf(receivedOn)
  const hashes = documentHashes(ctx.keyring, asked.documentType, asked.documentNumber)
  const [monthOrdinal, ordinal] = await Promise.all([
    nextMonthOrdinal(tx, { authorityId: authority.id, hashes, receivedOn }),
    nextNumber(tx, authority.id, 'case', year),
  ])
  const number = caseNumber(year, ordinal)
  const clock = receiptClock(receivedOn, ctx.calendar)
  const letter = receiptLetter({
    ctx, authority, asked, channel: facts.channel, number, receivedOn, receivedWhy: receipt.working[0]!.text, clock,
  })
  const propsDigest = sha256Hex(canonicalJson(letter.props))
  const applicantRow = {
    id: ids.applicant,
    authorityId: authority.id,
    kind: asked.applicantKind,
    name: asked.name,
    documentType: asked.documentType,
    ...sealed.columns,
    createdAt: ctx.now,
  }
  const applicationRow = {
    id: ids.application,
    authorityId: authority.id,
    applicantId: ids.applicant,
    channel: facts.channel,
    subject,
    documentRef: asked.documentRef ?? null,
    description: asked.description,
    form: asked.form,
    delivery: asked.way,
    receivedOn,
    receipt: { ...facts },
    queryCodeHash: hashQueryCode(ctx.keyring, ids.application, queryCode),
    createdBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    createdAt: ctx.now,
  }
  const row = {
    id: ids.case, authorityId: authority.id, applicationId: ids.application, number, subject,
    applicantName: asked.name, applicantKind: asked.applicantKind, channel: facts.channel, receivedOn, monthOrdinal,
  }
  const events: CaseEvent[] = [
    {
      type: 'application_received',
      on: receivedOn,
      applicationId: ids.application,
      number,
      channel: facts.channel,
      applicantKind: asked.applicantKind,
      requestDigest: sha256Hex(canonicalJson(requestIn(asked))),
      personalDigest: sealed.digest,
    },
    { type: 'receipt_issued', on: ctx.today, letterId: ids.letter, propsDigest, dueOn: clock.dueOn! },
  ]
  const written = [
    tx.insert(applicant).values(applicantRow).execute(),
    tx.insert(application).values(applicationRow).execute(),
    createCase(tx, ctx, row, events),
    queueLetter(tx, ctx, { ...letter, id: ids.letter, caseId: ids.case, authorityId: authority.id, documentNumber: null, issuedOn: ctx.today }),
    tellApplicant(tx, ctx, { caseId: ids.case, occasion: 'receipt', letterId: ids.letter, facts: { receivedOn, dueOn: clock.dueOn!, provisional: clock.provisional } }),
  ]
  const filed: Filed = { caseId: ids.case, authorityId: authority.id, number, queryCode }
  return { filed, clock, written }
}

/** What comes over the internet is confirmed by this system only where the applicant himself filed it here. */
function arrivalFacts({ actor }: Ctx, facts: ReceiptFacts): ReceiptFacts {
  return actor.kind === 'staff' && facts.channel === 'internet' ? { ...facts, recordedByStaff: true } : facts
}

function personalIn(asked: FileApplication) {
  return {
    documentNumber: asked.documentNumber,
    contactName: asked.contactName ?? null,
    phone: asked.phone ?? null,
    email: asked.email ?? null,
    address: asked.address ?? null,
    postcode: asked.postcode ?? null,
    agent: agentOf(asked),
  }
}

function requestIn({ subject, documentRef, description, form, way }: FileApplication) {
  return { subject, documentRef, description, form, way }
}
