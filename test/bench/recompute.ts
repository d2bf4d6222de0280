import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { addDays, civilDate, type CivilDate } from '#law/civil-date.ts'
import { addWorkingDays, defaultCalendar } from '#law/working-days.ts'
import { CHAIN_START, linkHash } from '#store/event-hash.ts'
import { mb, ms, times, type Row } from './measure.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FEW = 10_000
const MANY = 100_000
const AUTHORITY = 'binhe'

interface Measured {
  readonly previewMs: number
  readonly recomputeMs: number
  readonly foreseen: number
  readonly changed: number
  readonly peakBytes: number
}

/** Every open case gets other dates by an import: with 10,000 of them, then with 100,000. Each in a process of its own. */
export async function benchRecompute(databaseUrl: string): Promise<Row[]> {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} })
  try {
    await sql`update case_file set open = false`
    await fill(sql, FEW)
    const few = measure(databaseUrl, FEW)
    await fill(sql, MANY - FEW)
    const many = measure(databaseUrl, MANY, '2027-01-04', '2027-06-09')
    return [
      { what: 'recompute 100,000 open cases after an import', figure: ms(many.recomputeMs), against: `10,000 cases ${ms(few.recomputeMs)}`, ratio: times(many.recomputeMs / few.recomputeMs), wanted: 'about 10 x' },
      { what: 'peak memory of that process', figure: mb(many.peakBytes), against: `10,000 cases ${mb(few.peakBytes)}`, ratio: times(many.peakBytes / few.peakBytes), wanted: 'bounded' },
      { what: 'preview of that import', figure: ms(many.previewMs), against: `10,000 cases ${ms(few.previewMs)}`, ratio: times(many.previewMs / few.previewMs), wanted: 'about 10 x' },
    ]
  } finally {
    await sql.end()
  }
}

function measure(databaseUrl: string, expected: number, ...without: string[]): Measured {
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'test/bench/recompute-process.ts', databaseUrl, ...without], { cwd: ROOT, encoding: 'utf8' })
  const measured = JSON.parse(out) as Measured
  if (measured.changed !== expected || measured.foreseen !== expected) throw new Error(`${expected} cases, ${measured.foreseen} foreseen, ${measured.changed} changed`)
  return measured
}

const BATCH = 2_000

/** Open cases due in the first week of 2027 with whole chains of three events, all handled by one person. */
async function fill(sql: postgres.Sql, count: number): Promise<void> {
  const [person] = await sql<{ id: string; unit_id: string; name: string }[]>`
    select u.id, s.unit_id, u.name from staff s join "user" u on u.id = s.user_id where s.authority_id = ${AUTHORITY} limit 1`
  const [application] = await sql<{ id: string }[]>`select id from application where authority_id = ${AUTHORITY} limit 1`
  const received = ['2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'].map(civilDate)
  for (let done = 0; done < count; done += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => oneCase(received[index % received.length]!, application!.id, person!))
    await sql`insert into case_file ${sql(cases.map(({ row }) => row) as never)}`
    for (const part of [0, 1, 2]) await sql`insert into case_event ${sql(cases.map(({ events }) => ({ ...events[part], data: sql.json(events[part]!.data as never) })) as never)}`
  }
  await sql`analyze`
}

function oneCase(on: CivilDate, applicationId: string, person: { id: string; unit_id: string; name: string }) {
  const id = randomUUID()
  const number = `R-${id}`
  const dueOn = addWorkingDays(defaultCalendar(), on, 20)
  const facts = [
    { type: 'application_received', on, data: { applicationId, number, channel: 'internet', applicantKind: 'natural_person', requestDigest: 'r'.repeat(64), personalDigest: 'p'.repeat(64) } },
    { type: 'receipt_issued', on, data: { letterId: id, propsDigest: 'd'.repeat(64), dueOn: dueOn.date } },
    { type: 'case_assigned', on: addDays(on, 1), data: { unitId: person.unit_id, unitName: '治安大队', handlerId: person.id, handlerName: person.name } },
  ]
  let previous = CHAIN_START
  const events = facts.map(({ type, on: occurredOn, data }, index) => {
    const link = { caseId: id, seq: index + 1, type, occurredOn, recordedAt: `${on}T02:00:00.000Z`, actorKind: 'staff', actorId: person.id, actorName: person.name, data }
    const hash = linkHash(previous, link as never)
    const row = { case_id: id, seq: link.seq, type, occurred_on: occurredOn, recorded_at: link.recordedAt, actor_kind: 'staff', actor_id: person.id, actor_name: person.name, data, prev_hash: previous, hash }
    previous = hash
    return row
  })
  const row = {
    id, authority_id: AUTHORITY, application_id: applicationId, number, subject: '清单', applicant_name: '申请人甲', applicant_kind: 'natural_person', channel: 'internet',
    received_on: on, status: 'registered', clock_status: 'running', due_on: dueOn.date, provisional: dueOn.provisional, open: true, decision_kind: null,
    unit_id: person.unit_id, handler_id: person.id, version: events.length, head_hash: previous, created_at: `${on}T02:00:00.000Z`, updated_at: `${on}T02:00:00.000Z`,
  }
  return { row, events }
}
