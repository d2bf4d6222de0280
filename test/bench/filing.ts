import { randomBytes, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { median, perSecond, throughput, times, type Row } from './measure.ts'
import type { RunningServer } from './server.ts'

export const CONNECTIONS = 8
const COUNT = 400
const ROUNDS = 5

/** Rows of one filing as the system wrote them: copied back from the database and written again by bare SQL. */
interface Written {
  readonly applicant: Record<string, unknown>
  readonly application: Record<string, unknown>
  readonly caseFile: Record<string, unknown>
  readonly events: readonly Record<string, unknown>[]
  readonly letter: Record<string, unknown>
  readonly outbox: Record<string, unknown>
  readonly idempotency: Record<string, unknown>
}

/** Filing one application through the API against the bare SQL of the same rows, on as many connections, in turns. */
export async function benchFiling(server: RunningServer, databaseUrl: string): Promise<Row> {
  const sql = postgres(databaseUrl, { max: CONNECTIONS, onnotice: () => {} })
  try {
    await file(server)
    const sample = await lastWritten(sql)
    const api: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      api.push(await throughput(COUNT, CONNECTIONS, () => file(server)))
      bare.push(await throughput(COUNT, CONNECTIONS, () => writeAgain(sql, sample)))
    }
    const ratio = median(api) / median(bare)
    return { what: 'filing through the API', figure: perSecond(median(api)), against: `bare SQL of the same rows ${perSecond(median(bare))}`, ratio: times(ratio), wanted: 'at least 0.40 x' }
  } finally {
    await sql.end()
  }
}

async function file(server: RunningServer): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      applicantKind: 'natural_person',
      name: '申请人甲',
      documentType: 'passport',
      documentNumber: `E${randomBytes(4).readUInt32BE().toString().padStart(10, '0')}`,
      phone: '000 0000 0001',
      email: 'a@example.com',
      description: '申请公开江北大道与学府路交叉口闯红灯自动记录系统的设置和启用时间、验收报告、最近一次检定证书。',
      form: 'electronic',
      way: 'email',
    }),
  })
  if (answer.status !== 201) throw new Error(`filing answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

async function lastWritten(sql: postgres.Sql): Promise<Written> {
  const [caseFile] = await sql`select * from case_file order by created_at desc limit 1`
  const [application] = await sql`select * from application where id = ${caseFile!['application_id']}`
  const [applicant] = await sql`select * from applicant where id = ${application!['applicant_id']}`
  const events = await sql`select * from case_event where case_id = ${caseFile!['id']} and seq <= 2 order by seq`
  const [letter] = await sql`select id, case_id, authority_id, code, title, issued_on, template_version, props, 'queued' as status, created_at from letter where case_id = ${caseFile!['id']}`
  const [outbox] = await sql`select job, payload from outbox order by id desc limit 1`
  const [idempotency] = await sql`select * from idempotency_key order by created_at desc limit 1`
  return { caseFile: { ...caseFile, version: 2 }, application: application!, applicant: applicant!, events, letter: letter!, outbox: outbox!, idempotency: idempotency! }
}

/** One transaction with the same statements and rows under new keys. */
async function writeAgain(pool: postgres.Sql, sample: Written): Promise<void> {
  const ids = { applicant: randomUUID(), application: randomUUID(), case: randomUUID(), letter: randomUUID() }
  const authority = sample.caseFile['authority_id'] as string
  await pool.begin(async (sql) => {
    const [row] = await sql<{ last: number }[]>`
      insert into number_series values (${authority}, 'bench', 2026, 1)
      on conflict (authority_id, series, year) do update set last = number_series.last + 1 returning last`
    await sql`insert into month_count values (${authority}, ${randomBytes(32)}, ${sample.caseFile['received_on'] as string}, 1) on conflict (authority_id, document_hash, month) do update set last = month_count.last + 1`
    await sql`insert into applicant ${sql({ ...sample.applicant, id: ids.applicant })}`
    await sql`insert into application ${sql({ ...sample.application, id: ids.application, applicant_id: ids.applicant, receipt: sql.json(sample.application['receipt'] as never) })}`
    await sql`insert into case_file ${sql({ ...sample.caseFile, id: ids.case, application_id: ids.application, number: `B-${row!.last}-${ids.case.slice(0, 8)}` })}`
    await sql`insert into case_event ${sql(sample.events.map((event) => ({ ...event, case_id: ids.case, data: sql.json(event['data'] as never) })) as never)}`
    await sql`insert into letter ${sql({ ...sample.letter, id: ids.letter, case_id: ids.case, props: sql.json(sample.letter['props'] as never) })}`
    await sql`insert into outbox (job, payload) values (${sample.outbox['job'] as string}, ${sql.json({ letterId: ids.letter })})`
    await sql`insert into idempotency_key ${sql({ ...sample.idempotency, key: ids.case })}`
  })
}
