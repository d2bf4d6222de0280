import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCommand, UsageError } from '#src/boot/cli/index.ts'
import { civilDate } from '#law/civil-date.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { openCalculators, type Calculators } from '../../features/calculators/asking.ts'

let calculators: Calculators
beforeAll(async () => void (calculators = await openCalculators('2026-11-21')))
afterAll(() => calculators.system.stop())

/** Runs a command in this process, on the day of the test system. */
function run(...args: readonly string[]): { code: number; out: string } {
  const found = findCommand(args)
  if (found?.command.needs !== 'nothing') throw new Error(`no command that computes: ${args[0]}`)
  const lines: string[] = []
  const code = found.command.run(found.rest, { today: civilDate('2026-11-21'), calendar: defaultCalendar() }, (line) => lines.push(line))
  return { code, out: lines.join('\n') }
}

function faultOf(...args: readonly string[]): string {
  try {
    run(...args)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  throw new Error('no fault')
}

const extended = { type: 'extended', on: '2026-10-20', days: 10 }
const replied = { type: 'replied', on: '2026-11-12' }

describe('--json is what the API answers', () => {
  it.each<[string, 'deadline' | 'fee' | 'remedy', readonly string[], unknown]>([
    ['a deadline', 'deadline', ['--received', '2026-11-02'], { receivedOn: '2026-11-02' }],
    ['a deadline on a day', 'deadline', ['--received', '2026-11-02', '--today', '2026-11-06'], { receivedOn: '2026-11-02', today: '2026-11-06' }],
    ['events', 'deadline', ['--received', '2026-09-24', '--event', JSON.stringify(extended), '--event', JSON.stringify(replied)], { receivedOn: '2026-09-24', events: [extended, replied] }],
    ['a fee by cases', 'fee', ['--per-case', '31', '--cases', '2', '--received', '2026-11-01'], { basis: 'per_case', receivedOn: '2026-11-01', ordinalInMonth: 31, cases: 2 }],
    ['a fee by pages', 'fee', ['--per-page', '1500', '--received', '2026-11-01'], { basis: 'per_page', receivedOn: '2026-11-01', pages: 1500 }],
    ['a remedy', 'remedy', ['--decision', 'not_held', '--issued', '2026-04-01', '--delivered', '2026-04-03', '--electronic'], { decision: 'not_held', issuedOn: '2026-04-01', deliveredOn: '2026-04-03', electronic: true }],
    ['a remedy without delivery', 'remedy', ['--decision', 'withdrawn', '--issued', '2026-04-01'], { decision: 'withdrawn', issuedOn: '2026-04-01' }],
  ])('%s', async (_name, command, args, question) => {
    const { code, out } = run(command, ...args, '--json')
    const { status, body } = await calculators.ask(command, question)
    expect([code, status]).toEqual([0, 200])
    expect(JSON.parse(out)).toEqual(body)
  })

  it('also where the law refuses: code, sentence and article, exit code 1', async () => {
    const args = ['deadline', '--received', '2026-09-24', '--event', JSON.stringify({ ...extended, days: 21 })]
    const { code, out } = run(...args, '--json')
    const { body } = await calculators.ask('deadline', { receivedOn: '2026-09-24', events: [{ ...extended, days: 21 }] })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({ code: body['code'], detail: body['detail'], cite: body['cite'] })
    expect(run(...args)).toEqual({ code: 1, out: '延长最多20个工作日，不能延长21个工作日 | 33条第二款' })
  })
})

describe('in words', () => {
  it('the deadline with its working and articles', () => {
    expect(run('deadline', '--received', '2026-09-24', '--event', JSON.stringify(extended), '--today', '2026-10-21').out).toBe(
      [
        '最晚答复日 2026年11月12日（周四）',
        '  9月24日（周四）收到，次日起数20个工作日，所以最晚2026年10月29日（周四）答复。其间中秋9月25日至27日、国庆10月1日至7日放假不计，10月10日（周六）调休上班计入 | 33条第二款',
        '  10月20日（周二）延长10个工作日，一共30个工作日，最晚2026年11月12日（周四）答复 | 33条第二款',
      ].join('\n'),
    )
  })

  it('the fee with its tiers', () => {
    expect(run('fee', '--per-case', '31', '--cases', '2', '--received', '2026-11-01').out.split('\n')).toEqual([
      '信息处理费 400元', '  本月第31至32件，每件200元，2件400元 | 109号4条', '  11月1日（周日）收到的申请，信息处理费一共400元 | 109号4条',
    ])
  })

  it('the remedy with its last days', () => {
    const { out } = run('remedy', '--decision', 'refused_process', '--issued', '2026-04-01', '--delivered', '2026-04-03')
    expect(out).toContain('先申请行政复议\n申请行政复议最晚 2026年6月2日（周二）')
    expect(out).toContain('行政复议法23条第一款第四项')
  })

  it('a clock that stands still', () => {
    const event = JSON.stringify({ type: 'correction_requested', on: '2026-11-10', respondBy: '2026-11-30' })
    expect(run('deadline', '--received', '2026-11-02', '--event', event).out).toContain('期限不走')
  })
})

describe('wrong usage is named by its option', () => {
  it.each<[readonly string[], string]>([
    [['deadline'], '缺少--received'],
    [['deadline', '--received', '2026-02-29'], '--received：'],
    [['deadline', '--received', '2026-09-24', '--event', '{'], '第1个 --event 不是合格的 JSON'],
    [['deadline', '--received', '2026-09-24', '--event', '{"type":"extended","on":"2026-10-20","days":0}'], 'events.0.days：'],
    [['deadline', '--received', '2026-09-24', '--today', '2026-09-23'], '--today：'],
    [['fee', '--received', '2026-11-01'], '--per-case 和 --per-page'],
    [['fee', '--received', '2026-11-01', '--per-case', '1', '--per-page', '1'], '--per-case 和 --per-page'],
    [['fee', '--received', '2026-11-01', '--per-page', '1.5'], '--per-page：页数要写成整数'],
    [['fee', '--received', '2026-11-01', '--per-page', '30', '--cases', '2'], '--cases：'],
    [['remedy', '--decision', 'denied', '--issued', '2026-04-01'], '--decision：'],
    [['remedy', '--decision', 'granted'], '缺少--issued'],
  ])('%j', (args, message) => {
    expect(faultOf(...args)).toContain(message)
  })
})

describe('npm run zhixi -- deadline', () => {
  const zhixi = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const main = fileURLToPath(new URL('../../../src/main.cli.ts', import.meta.url))
      const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere', ZHIXI_DATA: '/nowhere/at/all' }
      execFile(process.execPath, ['--import', 'tsx', main, ...args], { env }, (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }))
    })

  it('needs no database', async () => {
    expect(await zhixi('deadline', '--received', '2022-12-08', '--today', '2022-12-08')).toMatchObject({ code: 0, out: expect.stringMatching(/^最晚答复日 2023年1月6日（周五）\n/) })
  })

  it('exits with 2 on wrong usage, and says how it is used', async () => {
    expect(await zhixi('fee', '--per-page', 'x', '--received', '2026-11-01')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/--per-page：.*\n用法：fee /) })
  })
})
