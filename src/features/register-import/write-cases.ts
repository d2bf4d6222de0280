import { OLD_REGISTER } from '#case/actor.ts'
import type { CaseEvent } from '#case/events.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { newId, randomCode } from '#platform/ids.ts'
import { sealPersonal } from '#store/applicant.ts'
import type { Ctx } from '#store/context.ts'
import { createMany, type CaseWithHistory } from '#store/create-many.ts'
import { documentHashes, nextMonthOrdinals } from '#store/month-ordinal.ts'
import { applicant, application } from '#store/tables/application.table.ts'
import { eventsOf } from './case-events.ts'
import type { ImportedLine } from './imported-line.ts'

export type Handlers = ReadonlyMap<string, { readonly handlerId: string; readonly handlerName: string; readonly unitId: string; readonly unitName: string }>

interface Writing {
  readonly ctx: Ctx
  readonly authorityId: string
  readonly importId: string
  readonly handlers: Handlers
}

/** Small enough that pages are answered in between. */
const BATCH = 100

/** Writes each line as applicant, application and case, a hundred at a time. Nothing is put into the outbox: nobody is told, nothing is rendered. */
export async function writeCases(tx: Queryable, writing: Writing, lines: readonly ImportedLine[]): Promise<string[]> {
  const { ctx, authorityId } = writing
  const ordinals = await nextMonthOrdinals(tx, authorityId, lines.map(({ documentType, documentNumber, receivedOn }) => ({
    hashes: documentNumber === null ? null : documentHashes(ctx.keyring, documentType, documentNumber), receivedOn,
  })))
  const written: string[] = []
  for (let from = 0; from < lines.length; from += BATCH) {
    const made = lines.slice(from, from + BATCH).map((line, index) => rowsOf(writing, line, ordinals[from + index] ?? null))
    await tx.insert(applicant).values(made.map((each) => each.applicant))
    await tx.insert(application).values(made.map((each) => each.application))
    await createMany(tx, ctx, made.map((each) => each.opened))
    written.push(...made.map(({ opened }) => opened.fresh.id))
  }
  return written
}

function rowsOf(writing: Writing, line: ImportedLine, monthOrdinal: number | null) {
  const { ctx, authorityId, importId } = writing
  const ids = { applicant: newId(ctx.now), application: newId(ctx.now), case: newId(ctx.now) }
  const { name, kind, channel, receivedOn, subject, description, documentType, documentNumber, contact, number } = line
  const [form, delivery] = [line.form ?? 'paper', line.way ?? 'post']
  const sealed = sealPersonal(ctx, ids.applicant, documentType, { documentNumber: documentNumber ?? '', contactName: null, ...contact })
  const fresh = { id: ids.case, authorityId, applicationId: ids.application, number, subject, applicantName: name, applicantKind: kind, channel, receivedOn, monthOrdinal }
  const requestDigest = sha256Hex(canonicalJson({ subject, documentRef: null, description, form, way: delivery }))
  const before = eventsOf(line, { applicationId: ids.application, letterId: () => newId(ctx.now), requestDigest, personalDigest: sealed.digest })
  const opened: CaseWithHistory = { fresh, history: [{ actor: OLD_REGISTER, events: before }, { actor: ctx.actor, events: broughtIn(writing, line) }] }
  return {
    applicant: { id: ids.applicant, authorityId, kind, name, documentType, ...sealed.columns, documentHash: documentNumber === null ? null : sealed.columns.documentHash, createdAt: ctx.now },
    application: {
      id: ids.application, authorityId, applicantId: ids.applicant, channel, subject, documentRef: null, description, form, delivery, receivedOn,
      receipt: { channel, arrivedOn: receivedOn, recordedByStaff: true, importId },
      // Of a code that nobody knows: the applicant had his receipt elsewhere.
      queryCodeHash: ctx.keyring.hash(randomCode(24), 'no-query-code'),
      createdBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      createdAt: ctx.now,
    },
    opened,
  }
}

/** What the person who imports does: it is on record who brought the line in, and the handler of an answered case keeps it in view. */
function broughtIn({ ctx, importId, handlers }: Writing, { line, handler, notes, form, way, end }: ImportedLine): CaseEvent[] {
  const unsaid = [form === null && '没有提供形式，按纸质', way === null && '没有获取途径，按邮寄'].filter((note) => note !== false)
  const imported: CaseEvent = { type: 'case_imported', on: ctx.today, importId, line, handlerText: handler, notes: [...notes, ...unsaid] }
  const known = end === null || handler === null ? undefined : handlers.get(handler)
  return known === undefined ? [imported] : [imported, { type: 'case_assigned', on: ctx.today, ...known }]
}
