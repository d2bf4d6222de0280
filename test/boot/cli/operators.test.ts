import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { CLI_COMMANDS, findCommand, helpText, UsageError } from '#src/boot/cli/index.ts'
import { jobHandlers } from '#src/jobs.ts'
import { AppError } from '#platform/errors.ts'
import { MissingGlyphError } from '#platform/letters/renderer.ts'
import { runOutboxRow } from '#store/outbox-run.ts'
import { letterWorld, type LetterWorld } from '#test/support/letter-world.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

const PASSWORD = 'first-password-1'
const NEW_PASSWORD = 'second-password-2'

let database: FreshDatabase
let world: LetterWorld
beforeAll(async () => {
  database = await freshDatabase()
  world = await letterWorld(database.url)
  await database.sql`insert into unit (id, authority_id, name, position) values ('u1', 'city', '公开办', 1)`
  expect(await run('user', 'add', '--username', 'clerk01', '--name', '经办甲', '--authority', 'city', '--unit', 'u1', '--role', 'handler')).toEqual({ code: 0, out: '已添加账号clerk01' })
})
afterAll(async () => {
  await world.close()
  await database.drop()
})
afterEach(() => vi.unstubAllEnvs())

/** Runs a command in this process on the database of this file. */
async function run(...args: readonly string[]): Promise<{ code: number; out: string }> {
  vi.stubEnv('ZHIXI_PASSWORD', PASSWORD)
  const { command, rest } = findCommand(args)!
  if (command.needs === 'nothing') throw new Error(`${command.name} opens no database`)
  const runtime = { services: world.services, databaseUrl: database.url, external: true, migrated: [], databaseLost: new Promise<void>(() => {}), stop: async () => {} }
  const lines: string[] = []
  const code = await command.run(rest, runtime, (line) => lines.push(line))
  return { code, out: lines.join('\n') }
}

/** Carries out the newest outbox row with a renderer that ends like this. */
async function job(failure: Error): Promise<void> {
  const [row] = await database.sql<{ id: number }[]>`select max(id)::int as id from outbox`
  await runOutboxRow(world.services, jobHandlers({ letters: { render: () => Promise.reject(failure) } }), row!.id).catch(() => {})
}

test('every command is in the help, in a column of its own', () => {
  for (const { name, summary } of CLI_COMMANDS) expect(helpText()).toMatch(new RegExp(`^  ${name} {2,}${summary}$`, 'm'))
})

describe('letter list --failed, letter retry', () => {
  test('name the letter with its case and the reason, have it made again once, and list it no more', async () => {
    expect(await run('letter', 'list', '--failed')).toEqual({ code: 0, out: '没有生成不了的文书' })
    const id = await world.order(await world.openCase('2026-0001'))
    await job(new MissingGlyphError('称谓里的“\u{20BB7}”没有字体', []))
    const { code, out } = await run('letter', 'list', '--failed')
    expect([code, out]).toEqual([0, expect.stringContaining(`${id}  2026-0001（city）《登记回执》没有文号`)])
    expect(out).toContain('请由管理员补上有这个字的字体')
    expect(JSON.parse((await run('letter', 'list', '--failed', '--json')).out)).toMatchObject([{ id, caseNumber: '2026-0001', authorityId: 'city' }])
    expect(await run('letter', 'retry', id)).toEqual({ code: 0, out: '已经排队重新生成' })
    expect(await database.sql`select status, failure from letter where id = ${id}`).toEqual([{ status: 'queued', failure: null }])
    expect(await database.sql`select payload from outbox where done_at is null`).toEqual([{ payload: { letterId: id } }])
    expect(await run('letter', 'retry', id)).toEqual({ code: 1, out: '只有生成不了的文书才要重新生成' })
    expect((await run('letter', 'list', '--failed')).out).toBe('没有生成不了的文书')
  })

  test.each(['0192a0a0-0000-7000-8000-000000000000', 'none', "'; drop table letter"])('%s is no letter', async (id) => {
    expect(await run('letter', 'retry', id)).toEqual({ code: 1, out: `没有编号是${id}的文书` })
  })

  test('what is left out is wrong usage', async () => {
    await expect(run('letter', 'list')).rejects.toThrow(UsageError)
    await expect(run('letter', 'retry')).rejects.toThrow('缺少文书编号')
    await expect(run('letter', 'retry', '--all')).rejects.toThrow(UsageError)
  })
})

describe('outbox trouble', () => {
  test('names the job, how often it failed and the last reason; nothing of the case', async () => {
    await database.sql`truncate outbox restart identity`
    expect((await run('outbox', 'trouble')).out).toBe('没有失败过、还没有办成的后台任务')
    await world.order(await world.openCase('2026-0002'))
    expect((await run('outbox', 'trouble')).out).toBe('没有失败过、还没有办成的后台任务')
    for (let tries = 0; tries < 2; tries += 1) await job(new AppError('unavailable', '申请人甲', { code: 'letters/busy', internal: 'no thread' }))
    expect(await run('outbox', 'trouble')).toEqual({ code: 0, out: '1 render-letter：今天9时00分排队，失败2次，等着再试\n  letters/busy: no thread' })
    await database.sql`update outbox set dispatched_at = ${world.services.clock.now()}`
    expect((await run('outbox', 'trouble')).out).toContain('今天9时00分送出去再试')
    expect(JSON.parse((await run('outbox', 'trouble', '--json')).out)).toMatchObject([{ id: 1, job: 'render-letter', failures: 2 }])
    await database.sql`update outbox set done_at = now()`
    expect((await run('outbox', 'trouble')).out).toBe('没有失败过、还没有办成的后台任务')
  })
})

describe('user disable, user enable', () => {
  const active = async () => (await database.sql<{ active: boolean }[]>`select active from staff`)[0]!.active

  test('close the account with its sessions, and open it again; capitals make no difference', async () => {
    await database.sql`insert into session (id, user_id, token, expires_at) select 's', id, 't', now() + interval '1 hour' from "user"`
    expect(await run('user', 'disable', 'CLERK01')).toEqual({ code: 0, out: '账号CLERK01已停用，正在用它的登录都已结束' })
    expect([await active(), await database.sql`select id from session`]).toEqual([false, []])
    expect(await run('user', 'enable', 'clerk01')).toEqual({ code: 0, out: '账号clerk01已恢复，可以登录' })
    expect(await active()).toBe(true)
  })

  test.each(['disable', 'enable', 'reset'])('user %s names who is unknown, and wants a name', async (verb) => {
    expect(await run('user', verb, 'nobody')).toEqual({ code: 1, out: '没有用户名是“nobody”的账号' })
    await expect(run('user', verb)).rejects.toThrow('缺少用户名')
  })
})

describe('user reset', () => {
  const hash = async () => (await database.sql<{ password: string }[]>`select password from account`)[0]!.password
  const zhixi = (password: string | undefined, ...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const main = fileURLToPath(new URL('../../../src/main.cli.ts', import.meta.url))
      const { ZHIXI_PASSWORD: _, ...rest } = process.env
      const env = { ...rest, DATABASE_URL: database.url, ZHIXI_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}` }
      const child = execFile(process.execPath, ['--import', 'tsx', main, ...args], { env }, (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }))
      child.stdin!.end(password)
    })

  test('takes the password from ZHIXI_PASSWORD', async () => {
    const before = await hash()
    expect((await run('user', 'reset', 'clerk01')).out).toContain('账号clerk01的密码已重设')
    expect(await hash()).not.toBe(before)
  })

  test('or from standard input, as npm run zhixi does; a weak one changes nothing', async () => {
    const before = await hash()
    expect(await zhixi('short\n', 'user', 'reset', 'clerk01')).toMatchObject({ code: 1, out: expect.stringContaining('密码') })
    expect(await hash()).toBe(before)
    expect(await zhixi(`${NEW_PASSWORD}\nmore`, 'user', 'reset', 'clerk01')).toMatchObject({ code: 0, out: expect.stringContaining('密码已重设'), err: '' })
    expect(await hash()).not.toBe(before)
  })
})
