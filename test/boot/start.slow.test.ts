import { createServer } from 'node:http'
import { once } from 'node:events'
import { chmod, chown, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DEMO_PASSWORD, PEOPLE } from '#src/boot/demo/people.ts'
import { MATTERS } from '#src/boot/demo/matters.ts'
import { eventually } from '#test/support/eventually.ts'
import { Browser } from '../app/browser.ts'
import { Api, fileOne, signedIn, type FiledBody } from '../app/client.ts'
import { nobodyReads } from '../platform/embedded-postgres/support.ts'
import { dataFolder, freePort, startProgram } from './program.ts'
import { STACK, zhixi } from './zhixi.ts'

const NOBODY = 65534
/** Another account can only be tried by root, and where that account can reach this checkout. */
const asNobody = await nobodyReads(process.execPath)
const seconds = async (during: Promise<unknown>) => {
  const begun = performance.now()
  await during
  return (performance.now() - begun) / 1000
}
const healthy = async (at: string) => (await fetch(`${at}/healthz`)).text()

/** The demonstration is there from its first account to its last case. */
async function expectWhole(at: string): Promise<void> {
  for (const { username } of [PEOPLE[0]!, PEOPLE.at(-1)!]) await signedIn(at, username)
  for (const [who, authority] of [['gongkai', 'shiju'], ['donghu', 'donghu']] as const) {
    const { cases } = (await (await signedIn(at, who)).get<{ cases: unknown[] }>('/cases?limit=100')).body
    expect(cases).toHaveLength(MATTERS.filter(({ authorityId }) => authorityId === authority).length)
  }
}

describe('npm start on an empty folder', () => {
  test('serves, tells how to sign in, keeps everything over a stop and over kill -9, and starts faster again', async () => {
    const data = await dataFolder()
    const port = await freePort()
    const at = `http://localhost:${port}`
    const environment = { ZHIXI_DATA: data, PORT: String(port) }

    const first = startProgram('main.node.ts', environment)
    const cold = await seconds(first.printed('知悉已启动'))
    expect(await healthy(at)).toBe('ok')
    const told = await first.printed('shenji')
    for (const part of [`公众网站    ${at}/`, `工作台      ${at}/signin`, `接口文档    ${at}/api/v1/reference`, DEMO_PASSWORD, ...PEOPLE.map(({ username }) => username)]) expect(told).toContain(part)
    await new Browser(at).signIn('gongkai')
    await expectWhole(at)
    const filed = await fileOne(at)
    const stopped = await first.end('SIGTERM')
    expect(stopped.how).toBe(0)
    expect(stopped.seconds).toBeLessThan(10)
    expect(first.err()).toBe('')

    const second = startProgram('main.node.ts', environment)
    const warm = await seconds(second.printed('知悉已启动'))
    expect(warm).toBeLessThan(cold)
    expect(second.out()).not.toContain('第一次启动')
    const known = async ({ number, queryCode }: FiledBody) => (await new Api(at).post('/status', { number, queryCode })).status === 200
    expect(await known(filed)).toBe(true)
    const later = await fileOne(at)
    expect((await second.end('SIGKILL')).how).toBe('SIGKILL')

    const third = startProgram('main.node.ts', environment)
    await third.printed('知悉已启动')
    for (const one of [filed, later]) expect(await known(one)).toBe(true)
    // What was filed the moment before the kill has its receipt too.
    const clerk = await signedIn(at, 'gongkai')
    await eventually(async () => {
      const { letters } = (await clerk.get<{ letters: { status: string }[] }>(`/cases/${later.number}/letters`)).body
      return letters.every(({ status }) => status === 'stored')
    }, { timeoutMs: 60_000 })

    const beside = await zhixi(['verify'], environment)
    expect([beside.code, beside.out]).toEqual([0, expect.stringMatching(/前后相接，未被改动/)])
    expect(await healthy(at)).toBe('ok')
    expect((await third.end('SIGINT')).how).toBe(0)
  })

  test('that is killed while it fills in the demonstration has all of it after the next start', async () => {
    const data = await dataFolder()
    const port = await freePort()
    const environment = { ZHIXI_DATA: data, PORT: String(port) }
    const first = startProgram('main.node.ts', environment)
    await first.printed('正在填入示例')
    await first.end('SIGKILL')
    const second = startProgram('main.node.ts', environment)
    await second.printed('知悉已启动')
    await expectWhole(`http://localhost:${port}`)
    expect((await second.end('SIGTERM')).how).toBe(0)
  })

  test('that is asked to stop while it starts ends soon, without a stack, and starts well the next time', async () => {
    const data = await dataFolder()
    const environment = { ZHIXI_DATA: data, PORT: String(await freePort()) }
    const first = startProgram('main.node.ts', environment)
    await first.printed('正在填入示例')
    const { how, seconds: took } = await first.end('SIGTERM')
    expect(how).toBe(0)
    expect(took).toBeLessThan(15)
    expect(first.err()).toBe('')
    const second = startProgram('main.node.ts', environment)
    await second.printed('知悉已启动')
    await expectWhole(`http://localhost:${environment.PORT}`)
    expect((await second.end('SIGTERM')).how).toBe(0)
  })
})

describe('a start that cannot succeed ends with one sentence and code 1', () => {
  async function expectSentence(environment: Readonly<Record<string, string>>, told: string | RegExp, uid?: number) {
    const program = startProgram('main.node.ts', environment, uid)
    expect(await program.ended, program.out()).toBe(1)
    const lines = program.err().trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^知悉没有启动：/)
    expect(lines[0]).toMatch(told)
    expect(`${program.out()}${program.err()}`).not.toMatch(STACK)
  }

  test('when the port is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    onTestFinished(() => void squatter.close())
    const { port } = squatter.address() as { port: number }
    await expectSentence({ ZHIXI_DATA: await dataFolder(), PORT: String(port), ZHIXI_DEMO: 'false' }, `端口${port}已经被别的程序占用`)
  })

  test('when ZHIXI_DATA is a file', async () => {
    const file = join(await dataFolder(), 'data')
    await writeFile(file, '')
    await expectSentence({ ZHIXI_DATA: file, PORT: '0' }, '路径中有一段是文件而不是文件夹')
  })

  test.runIf(asNobody)('when the data folder cannot be read', async () => {
    const folder = await dataFolder()
    await chmod(folder, 0o700)
    await expectSentence({ ZHIXI_DATA: join(folder, 'data'), PORT: '0', HOME: '/' }, '当前账号没有读写权限', NOBODY)
  })

  test.runIf(asNobody)('when only the key file cannot be read', async () => {
    const folder = await dataFolder()
    await chown(folder, NOBODY, NOBODY)
    await writeFile(join(folder, 'keys.json'), '[]', { mode: 0o600 })
    await expectSentence({ ZHIXI_DATA: folder, PORT: '0', HOME: '/' }, /没有权限读写.*keys\.json/, NOBODY)
  })

  test.each([
    ['a setting is wrong', { PORT: 'many', ZHIXI_DATA: '/nonexistent/data' }, 'PORT'],
    ['another program of ours has to be told where the database is', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PORT: '0' }, '连不上'],
  ])('when %s', async (_, environment, told) => {
    await expectSentence(environment, told)
  })

  test('when the data folder is in use by another start', async () => {
    const data = await dataFolder()
    const first = startProgram('main.node.ts', { ZHIXI_DATA: data, PORT: String(await freePort()), ZHIXI_DEMO: 'false' })
    await first.printed('知悉已启动')
    await expectSentence({ ZHIXI_DATA: data, PORT: String(await freePort()) }, '正由另一个知悉进程')
    expect((await first.end('SIGTERM')).how).toBe(0)
  })

  test('and when the database is killed under it, it says so and ends', async () => {
    const data = await dataFolder()
    const program = startProgram('main.node.ts', { ZHIXI_DATA: data, PORT: String(await freePort()), ZHIXI_DEMO: 'false' })
    await program.printed('添加账号：npm run zhixi')
    const note = await readFile(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')
    process.kill(Number(note.split('\n')[0]), 'SIGKILL')
    expect(await program.ended).toBe(1)
    expect(program.err()).toContain('数据库意外停止')
  })
})
