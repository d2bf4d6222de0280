import { SYSTEM, type StaffActor } from '#case/actor.ts'
import { civilDate } from '#law/civil-date.ts'
import { instant, type Instant } from '#law/instant.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { queueLetter } from '#features/letters/index.ts'
import { plusSeconds } from '#platform/clock.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { createLog } from '#platform/log.ts'
import { createCase } from '#store/case-store.ts'
import { contextFor, type Services } from '#store/context.ts'

export const AUTHORITY = 'city'
export const OFFICER: StaffActor = {
  kind: 'staff', id: 'officer', name: '公开办甲', authorityId: AUTHORITY, unitId: 'office', unitName: '公开办', roles: ['disclosure_officer'],
}

/** Services on one database with a clock that a test moves, and a case for letters to belong to. */
export interface LetterWorld {
  readonly services: Services
  /** Lines of the log. */
  readonly said: string[]
  pass(seconds: number): void
  /** A case with one event. */
  openCase(number: string): Promise<string>
  /** A queued letter of that case with its outbox row. */
  order(caseId: string, text?: string): Promise<string>
  close(): Promise<void>
}

export async function letterWorld(databaseUrl: string): Promise<LetterWorld> {
  const { sql, db, close } = connect(databaseUrl, 5)
  let now: Instant = instant('2026-11-02T01:00:00.000Z')
  const said: string[] = []
  const services: Services = {
    db, sql,
    clock: { now: () => now },
    keyring: createKeyring([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
    log: createLog((_, line) => said.push(line)),
    calendar: defaultCalendar(),
    publicUrl: 'http://localhost:3000',
  }
  await sql`
    insert into authority (id, name, short_name, document_prefix, office_name, address, postcode, office_hours, consult_phone,
      supervise_phone, complaint_phone, reconsideration_authority, court)
    values (${AUTHORITY}, '示例市公安局', '市局', '示例公信公开', '', '', '', '', '', '', '', '', '') on conflict do nothing`
  return {
    services,
    said,
    pass: (seconds) => void (now = plusSeconds(now, seconds)),
    openCase: (number) => openCase(services, number),
    order: (caseId, text = '一段文字') =>
      db.transaction(async (tx) => {
        const { letterId } = await queueLetter(tx, contextFor(services, SYSTEM), {
          caseId, authorityId: AUTHORITY, code: 'registration-receipt', title: '登记回执', documentNumber: null,
          issuedOn: civilDate('2026-11-02'), templateVersion: '2026-03-01', props: { text },
        })
        return letterId
      }),
    close,
  }
}

async function openCase(services: Services, number: string): Promise<string> {
  const ctx = contextFor(services, SYSTEM)
  const ids = { applicant: newId(ctx.now), application: newId(ctx.now), case: newId(ctx.now) }
  const { sql } = services
  await sql`insert into applicant (id, authority_id, kind, name, document_type, created_at)
    values (${ids.applicant}, ${AUTHORITY}, 'natural_person', '申请人甲', 'id_card', ${ctx.now})`
  await sql`insert into application (id, authority_id, applicant_id, channel, subject, description, form, delivery, received_on, receipt,
      query_code_hash, created_at)
    values (${ids.application}, ${AUTHORITY}, ${ids.applicant}, 'internet', '治安管理处罚裁量标准', '', 'paper', 'post', ${ctx.today}, '{}',
      ${new Uint8Array(32)}, ${ctx.now})`
  await services.db.transaction((tx) => createCase(
    tx,
    ctx,
    {
      id: ids.case, authorityId: AUTHORITY, applicationId: ids.application, number, subject: '治安管理处罚裁量标准',
      applicantName: '申请人甲', applicantKind: 'natural_person', channel: 'internet', receivedOn: ctx.today,
    },
    [
      {
        type: 'application_received', on: ctx.today, applicationId: ids.application, number, channel: 'internet',
        applicantKind: 'natural_person', requestDigest: '', personalDigest: '',
      },
    ],
  ))
  return ids.case
}
