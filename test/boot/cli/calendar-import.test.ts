import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarImportCommand } from '#src/boot/cli/calendar-import.ts'
import { findCommand, UsageError } from '#src/boot/cli/index.ts'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, type CalendarWorld } from '../../features/calendar/world.ts'

describe('calendar import', { timeout: 60_000 }, () => {
  let world: CalendarWorld
  let folder: string
  beforeEach(async () => {
    world = await calendarWorld('2026-12-20')
    folder = await mkdtemp(join(tmpdir(), 'zhixi-test-calendar-'))
  })
  afterEach(async () => {
    await world.close()
    await rm(folder, { recursive: true })
  })

  async function run(content: string, ...more: string[]): Promise<{ code: number; out: string[] }> {
    const path = join(folder, '2027.json')
    await writeFile(path, content)
    const out: string[] = []
    const runtime = { services: world.services, databaseUrl: world.url, external: true, migrated: [], databaseLost: new Promise<void>(() => {}), stop: async () => {} }
    const code = await calendarImportCommand.run([path, ...more], runtime, (line) => out.push(line))
    return { code, out }
  }

  test('is found by its two words', () => {
    expect(findCommand(['calendar', 'import', '2027.json'])).toMatchObject({ command: { name: 'calendar import' }, rest: ['2027.json'] })
  })

  test('shows what would change on a dry run and changes nothing; then changes it, to the last case', async () => {
    await world.file('2026-12-04', { handler: 'chengban' })
    await world.file('2026-12-11', { handler: 'chengban' })
    const dry = await run(JSON.stringify(ARRANGEMENT_2027), '--dry-run')
    expect(dry.code).toBe(0)
    expect(dry.out).toContain('2件在办案件要重新计算，其中1件的最晚答复日会变')
    expect(dry.out).toContain('  2027年1月4日（周一）改为放假（元旦）')
    expect(await world.services.sql`select 1 from calendar_change`).toHaveLength(0)
    const real = await run(JSON.stringify(ARRANGEMENT_2027))
    expect([real.code, real.out.at(-1)]).toEqual([0, '算完了，看了2件，改了2件'])
    expect(await world.services.sql`select made_by, made_by_name, done_at is not null as done from calendar_change`).toEqual([{ made_by: null, made_by_name: '系统', done: true }])
    expect(await world.services.sql`select due_on from case_file order by due_on`).toEqual([{ due_on: '2027-01-05' }, { due_on: '2027-01-11' }])
    expect(await run(JSON.stringify(ARRANGEMENT_2027))).toEqual({ code: 0, out: ['日历已经是这样，没有要改的'] })
  })

  test('ends with 1 and says in words what is wrong with the file', async () => {
    expect(await run('{')).toEqual({ code: 1, out: ['不是合格的JSON，请检查引号、逗号和括号'] })
    expect(await run('{"2027": {"off": ["2027-02-30"]}}')).toEqual({ code: 1, out: ['2027年放假第1个：“2027-02-30”不是一个日期，写法像2027-02-05'] })
    expect(await run('{"2029": {"off": ["2029-01-01"]}}')).toEqual({ code: 1, out: ['2029年：2027年到2028年的安排还没有，请先导入'] })
    await expect(run('{}', '--force')).rejects.toThrow(UsageError)
  })
})
