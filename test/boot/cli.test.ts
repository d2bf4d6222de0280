import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { CLI_COMMANDS } from '#src/boot/cli/index.ts'
import { startSystem, TEST_KEYS, type TestSystem } from '#test/support/system.ts'
import { Browser } from '../app/browser.ts'
import { signedIn } from '../app/client.ts'
import { STACK, zhixi, type Ran } from './zhixi.ts'

const KEYS = `${TEST_KEYS[0]!.id}:${Buffer.from(TEST_KEYS[0]!.key).toString('base64')}`
/** Nobody listens there. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/none'

let sql: postgres.Sql
let address: string
const run = (...args: string[]) => zhixi(args, { DATABASE_URL: address, ZHIXI_KEYS: KEYS })

/** A database without a single table; the run removes it at its end. */
async function emptyDatabase(): Promise<string> {
  const { url, prefix } = inject('testDatabase')
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`).finally(() => admin.end())
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

beforeAll(async () => {
  address = await emptyDatabase()
  sql = postgres(address, { max: 2, onnotice: () => {} })
})
afterAll(() => sql.end())

function expectSentence({ out, err }: Ran) {
  expect(`${out}${err}`).not.toMatch(STACK)
  expect(`${out}${err}`.trim()).toMatch(/\p{Script=Han}/u)
}

describe('help and mistakes need no database', () => {
  const away = (...args: string[]) => zhixi(args, { DATABASE_URL: NOWHERE })

  test('without a command every command is listed and the code is 0', async () => {
    const ran = await away()
    expect(ran.code).toBe(0)
    for (const { name, summary } of CLI_COMMANDS) expect(ran.out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
  })

  test('an unknown command is answered with the list and the code 2', async () => {
    const ran = await away('fly', 'away')
    expect(ran.code).toBe(2)
    expect(ran.out).toContain('用法：npm run zhixi -- <命令>')
  })

  test('--help after a command tells its use', async () => {
    const ran = await away('user', 'add', '--help')
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('--username <用户名>')
    expect(ran.out).toContain('disclosure_officer')
  })
})

/** Each part goes on from the one before. */
describe('one installation, from an empty database', () => {
  test('migrate brings it up to date, also when two start at once; a second time there is nothing to do', async () => {
    const first = await Promise.all([run('migrate'), run('migrate')])
    expect(first.map(({ code }) => code)).toEqual([0, 0])
    expect(first.filter(({ out }) => out.startsWith('已执行：0001_foundation、0002_case')).length).toBe(1)
    const again = await run('migrate')
    expect([again.code, again.out]).toEqual([0, '数据库已经是当前版本\n'])
    const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`select count(*)::int as n from zhixi_meta.migration`
    expect(first.flatMap(({ out }) => out.match(/\d{4}_\w+/g) ?? [])).toHaveLength(n)
  })

  test('seed fills it in once and tells how to sign in; a second time it leaves everything as it is', { timeout: 120_000 }, async () => {
    const ran = await run('seed')
    expect(ran.code, ran.err).toBe(0)
    expect(ran.out).toMatch(/已填入示例；账号\d+个，密码都是/)
    const count = async () => (await sql`select (select count(*)::int from case_file) as cases, (select count(*)::int from "user") as people`)[0]
    const before = await count()
    const again = await run('seed')
    expect([again.code, again.out]).toEqual([0, '数据库里已经有机关，没有再填\n'])
    expect(await count()).toEqual(before)
  })

  test('case show tells stage, last day, its working and every event, and nothing of the applicant’s numbers', async () => {
    const [{ number, subject } = { number: '', subject: '' }] = await sql<{ number: string; subject: string }[]>`select number, subject from case_file where authority_id = 'shiju' and status = 'drafting' limit 1`
    const ran = await run('case', 'show', number, '--authority', 'shiju')
    expect(ran.code).toBe(0)
    for (const part of [number, subject, '环节 拟稿', '最晚答复', '次日起数20个工作日', '33条第二款', 'application_received', 'draft_saved', '承办人']) expect(ran.out).toContain(part)
    expect(ran.out).not.toMatch(/\d{17}|@example\.com|000 0000/)
  })

  test('case show --json can be read by programs', async () => {
    const [{ number } = { number: '' }] = await sql<{ number: string }[]>`select number from case_file where authority_id = 'shiju' and status = 'archived'`
    const ran = await run('case', 'show', number, '--authority', 'shiju', '--json')
    const shown = JSON.parse(ran.out) as { number: string; status: string; events: { seq: number }[]; clock: { working: unknown[] } }
    expect(shown).toMatchObject({ number, status: 'archived', authorityId: 'shiju' })
    expect(shown.events.map(({ seq }) => seq)).toEqual(shown.events.map((_, index) => index + 1))
  })

  test('case show without a number is wrong use; an unknown number is told in a sentence', async () => {
    const [none, unknown] = await Promise.all([run('case', 'show'), run('case', 'show', '1999-0001')])
    expect([none.code, unknown.code]).toEqual([2, 1])
    expect(none.err).toContain('缺少申请编号')
    expect(unknown.out).toContain('没有编号是1999-0001的案件')
    for (const ran of [none, unknown]) expectSentence(ran)
  })

  test('sweep --dry-run tells what it would do and does nothing', async () => {
    const before = await sql`select id, done_at from outbox order by id`
    const ran = await run('sweep', '--dry-run')
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/^\S+: \d+项待处理$/m)
    expect(await sql`select id, done_at from outbox order by id`).toEqual(before)
  })
})

describe('verify', () => {
  /** As the owner of the database can, and nobody through the software. */
  async function tamper(change: (owner: postgres.Sql) => Promise<unknown>): Promise<void> {
    await sql`alter table case_event disable trigger user`
    try {
      await change(sql)
    } finally {
      await sql`alter table case_event enable trigger user`
    }
  }

  test('counts every case and every event, and is content with what the software wrote', async () => {
    const [{ cases, events } = { cases: 0, events: 0 }] = await sql<{ cases: number; events: number }[]>`select (select count(*)::int from case_file) as cases, (select count(*)::int from case_event) as events`
    const ran = await run('verify')
    expect([ran.code, ran.out]).toEqual([0, `${cases}件案件，${events}条记录，前后相接，未被改动\n`])
    expect(cases).toBeGreaterThan(10)
  })

  test('the database refuses change, deletion and emptying of events before anybody has to verify', async () => {
    for (const change of [sql`update case_event set actor_name = '别人'`, sql`delete from case_event`, sql`truncate case_event`]) {
      await expect(change).rejects.toThrow(/append-only/)
    }
  })

  test('names case and event wherever somebody has tampered in spite of that, and is content again when it is put back', async () => {
    const cases = await sql<{ id: string; number: string; version: number }[]>`select id, number, version from case_file where authority_id = 'shiju' and version >= 4 order by number limit 6`
    const [who, data, gone, last, link, head] = cases.map(({ id }) => id)
    await sql`create table kept as select * from case_event`
    await tamper(async (owner) => {
      await owner`update case_event set actor_name = '别人' where case_id = ${who!} and seq = 4`
      await owner`update case_event set data = jsonb_set(data, '{number}', '"2026-9999"') where case_id = ${data!} and seq = 1`
      await owner`delete from case_event where case_id = ${gone!} and seq = 3`
      await owner`delete from case_event where case_id = ${last!} and seq = ${cases[3]!.version}`
      await owner`update case_event set prev_hash = hash where case_id = ${link!} and seq = 2`
      await owner`update case_file set head_hash = '\\x00' where id = ${head!}`
    })
    const ran = await run('verify')
    expect(ran.code).toBe(1)
    const told = [
      '第4条：内容被改动过', '第1条：内容被改动过', '第3条：这一条不在了', `第${cases[3]!.version}条：案卷记着${cases[3]!.version}条，只有${cases[3]!.version - 1}条`,
      '第2条：接不上前一条', `第${cases[5]!.version}条：和案卷记着的最后一条不符`,
    ]
    expect(ran.out.trim().split('\n').slice(0, -1).toSorted()).toEqual(cases.map(({ number }, index) => `${number}（shiju）${told[index]!}`).toSorted())
    expect(ran.out).toMatch(/6件校验不符$/m)

    await tamper(async (owner) => {
      await owner`delete from case_event`
      await owner`insert into case_event select * from kept`
      await owner`update case_file set head_hash = (select hash from kept where case_id = ${head!} order by seq desc limit 1) where id = ${head!}`
    })
    expect((await run('verify')).code).toBe(0)
  })
})

describe('user add', () => {
  let system: TestSystem
  beforeAll(async () => {
    system = await startSystem({ now: '2026-11-02', jobs: false })
  })
  afterAll(() => system.stop())

  const PERSON = { username: 'xinren', name: '承办人丁', authority: 'shiju', unit: 'shiju-zhian', role: 'handler' }
  const PASSWORD = 'Correct-horse-9'
  const add = (person: Partial<typeof PERSON> = {}, more: string[] = [], environment: Record<string, string> = { ZHIXI_PASSWORD: PASSWORD }, input = '') => {
    const options = Object.entries({ ...PERSON, ...person }).flatMap(([name, value]) => [`--${name}`, value])
    return zhixi(['user', 'add', ...options, ...more], { DATABASE_URL: system.databaseUrl, ZHIXI_KEYS: KEYS, ...environment }, input)
  }

  test('with the password from the environment makes an account that signs in on the page and through the API', async () => {
    const ran = await add({}, ['--role', 'section_reviewer'])
    expect([ran.code, ran.out]).toEqual([0, '已添加账号xinren\n'])
    await new Browser(system.url).signIn('xinren', PASSWORD)
    const who = await (await signedIn(system.url, 'xinren', PASSWORD)).get('/session')
    expect(who.body).toMatchObject({ username: 'xinren', name: '承办人丁', roles: ['handler', 'section_reviewer'], authority: { id: 'shiju' }, unit: { name: '治安支队' } })
  })

  test('takes the first line that is typed as the password', async () => {
    const ran = await add({ username: 'xinren2' }, [], {}, `${PASSWORD}\nand more\n`)
    expect(ran.code, ran.err).toBe(0)
    await signedIn(system.url, 'xinren2', PASSWORD)
  })

  test.each([
    ['a username that is taken', { username: 'gongkai' }, PASSWORD, 1, '已经有人用了'],
    ['a weak password', {}, 'short', 1, '密码至少10个字符'],
    ['a role that is not there', { role: 'king' }, PASSWORD, 2, '没有角色king'],
  ])('refuses %s in a sentence', async (_, person, password, code, told) => {
    const ran = await add({ username: 'xinren3', ...person }, [], { ZHIXI_PASSWORD: password })
    expect([ran.code, `${ran.out}${ran.err}`]).toEqual([code, expect.stringContaining(told)])
    expectSentence(ran)
    expect(await system.services.sql`select 1 from "user" where username = 'xinren3'`).toHaveLength(0)
  })

  test('takes no password on the command line, where others could read it', async () => {
    const ran = await add({ username: 'xinren3' }, ['--password', PASSWORD])
    expect(ran.code).toBe(2)
    expect(`${ran.out}${ran.err}`).not.toContain(PASSWORD)
    expectSentence(ran)
  })
})

describe('a start that cannot succeed is told in one sentence', () => {
  test.each([
    ['keys of the wrong shape', { DATABASE_URL: NOWHERE, ZHIXI_KEYS: 'k1:short' }, 'ZHIXI_KEYS'],
    ['nobody listens', { DATABASE_URL: NOWHERE, ZHIXI_KEYS: KEYS }, '连不上'],
    ['no address at all', { DATABASE_URL: 'file:///tmp', ZHIXI_KEYS: KEYS }, '设置有误'],
  ])('%s', async (_, environment, told) => {
    const ran = await zhixi(['verify'], environment)
    expect(ran.code).toBe(1)
    expect(ran.err).toContain(told)
    expect(ran.err.trim().split('\n')).toHaveLength(1)
    expectSentence(ran)
  })

})
