import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCommand, UsageError } from '#src/boot/cli/index.ts'
import { registerImportCommand } from '#src/boot/cli/register-import.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

const CSV = '登记号,收到日期,申请人,申请内容,答复类型,答复日期\nA-1,2019-06-03,甲,一件事,予以公开,2019-06-10\nA-2,2019-06-04,乙,两件事,不予公开,2019-06-11\n'
let desk: Desk
let folder: string
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  folder = await mkdtemp(join(tmpdir(), 'zhixi-test-register-'))
})
afterAll(async () => {
  await desk.close()
  await rm(folder, { recursive: true })
})

async function run(content: string, ...more: string[]): Promise<{ code: number; out: string[] }> {
  const path = join(folder, 'old.csv')
  await writeFile(path, content)
  await writeFile(join(folder, 'columns.json'), JSON.stringify({ mapping: { number: '登记号', receivedOn: '收到日期', name: '申请人', description: '申请内容', decision: '答复类型', repliedOn: '答复日期', channel: '=in_person', kind: '=natural_person', deliveredOn: '=as-replied' } }))
  const out: string[] = []
  const runtime = { services: desk.services, databaseUrl: desk.databaseUrl, external: true, migrated: [], databaseLost: new Promise<void>(() => {}), stop: async () => {} }
  const code = await registerImportCommand.run([path, ...more], runtime as never, (line) => out.push(line))
  return { code, out }
}
const columns = () => ['--mapping', join(folder, 'columns.json')]
const cases = async () => (await desk.services.sql<{ number: string; status: string }[]>`select number, status from case_file order by number`).map(({ number, status }) => `${number} ${status}`)

test('is found by its two words', () => expect(findCommand(['register', 'import', 'a.csv'])?.command).toBe(registerImportCommand))

test('names what is wrong line by line, imports nothing on a dry run or with faults, and the good lines when told so', async () => {
  const faults = [expect.stringContaining('第3行 答复类型（E列）：没有“不予公开”'), '1行可以导入，1行有问题']
  expect(await run(CSV, '--authority', 'shiju', ...columns(), '--dry-run')).toEqual({ code: 1, out: faults })
  expect(await run(CSV, '--authority', 'shiju', ...columns())).toEqual({ code: 1, out: [...faults, expect.stringContaining('--only-good')] })
  expect(await cases()).toEqual([])
  expect(await run(CSV, '--authority', 'shiju', ...columns(), '--only-good')).toEqual({ code: 0, out: [...faults, '导入了1件，1行没有导入'] })
  expect(await cases()).toEqual(['A-1 archived'])
  expect((await run(CSV, '--authority', 'shiju', ...columns(), '--only-good')).out[0]).toContain('2026年11月20日已经由系统导入过')
})

test('columns that are not clear, files that are none, and wrong words of the command end in words', async () => {
  expect((await run(CSV.replace('收到日期', '日子'), '--authority', 'binhe')).out[0]).toContain('请选收到日期在哪一列')
  expect(await run('', '--authority', 'shiju')).toEqual({ code: 1, out: ['这是一个空文件，里面什么也没有'] })
  await expect(run(CSV, '--authority', 'nowhere')).rejects.toThrow(UsageError)
  await expect(run(CSV)).rejects.toThrow('缺少--authority')
})
