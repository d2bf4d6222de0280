import postgres from 'postgres'
import { median, ms, timed, times, type Row } from './measure.ts'
import type { RunningServer } from './server.ts'

const SMALL = 1_000
const LARGE = 100_000
const PAGES = 30

/** The work list of an authority with 100,000 open cases against one with 1,000, page by page in turns. */
export async function benchWorklist(server: RunningServer, databaseUrl: string, password: string): Promise<Row> {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} })
  try {
    await fill(sql, 'binhe', SMALL)
    await fill(sql, 'donghu', LARGE)
    await sql`analyze`
  } finally {
    await sql.end()
  }
  const small = await cookieOf(server, 'binhe', password)
  const large = await cookieOf(server, 'donghu', password)
  const few: number[] = []
  const many: number[] = []
  for (let page = 0; page < PAGES + 5; page += 1) {
    const a = await timed(() => read(server, small))
    const b = await timed(() => read(server, large))
    if (page >= 5) {
      few.push(a)
      many.push(b)
    }
  }
  return { what: 'work list, 100,000 open cases', figure: ms(median(many)), against: `1,000 open cases ${ms(median(few))}`, ratio: times(median(many) / median(few)), wanted: 'at most 1.50 x' }
}

/** Copies the newest case of the authority so many times, with its first event; numbers and due dates spread out. */
async function fill(sql: postgres.Sql, authorityId: string, count: number): Promise<void> {
  await sql`
    with model as (select * from case_file where authority_id = ${authorityId} order by created_at desc limit 1),
    fresh as (
      insert into case_file
      select gen_random_uuid(), authority_id, application_id, 'W-' || n, subject || n, applicant_name, applicant_kind, channel, received_on,
        status, 'running', received_on + 20 + (n % 25), provisional, true, null, null, null, 1, head_hash, created_at, updated_at
      from model, generate_series(1, ${count}) as n
      returning id, received_on)
    insert into case_event
    select fresh.id, 1, first.type, fresh.received_on, first.recorded_at, first.actor_kind, first.actor_id, first.actor_name, first.data, first.prev_hash, first.hash
    from fresh, (select e.* from case_event e join model on e.case_id = model.id where seq = 1) as first`
}

async function read(server: RunningServer, cookie: string): Promise<void> {
  const answer = await fetch(`${server.url}/desk`, { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`the work list answered ${answer.status}`)
  await answer.arrayBuffer()
}

/** Signs in through the API and uses the token as the browser's cookie would be: by header. */
async function cookieOf(server: RunningServer, username: string, password: string): Promise<string> {
  const page = await fetch(`${server.url}/signin`)
  const cookies = page.headers.getSetCookie().map((line) => line.split(';', 1)[0]!)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const answer = await fetch(`${server.url}/signin`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies.join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, username, password }),
  })
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  return [...cookies, ...answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]!)].join('; ')
}
