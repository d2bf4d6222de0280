import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findCommand, UsageError } from '#src/boot/cli/index.ts'
import { publishedImportCommand } from '#src/boot/cli/published-import.ts'
import { suggestionWorld, type SuggestionWorld } from '../../features/suggestions/world.ts'

const HEAD = '名称,文号,网址,公开日期,内容概述'
const GOOD = `${HEAD}\n保安服务公司许可指南,示例公治〔2026〕5号,https://www.example.gov.cn/a,2026-01-05,条件\n养犬管理规定（新）,,https://www.example.gov.cn/gongan/4.html,2026年2月1日,\n`

let world: SuggestionWorld
let folder: string
beforeAll(async () => {
  world = await suggestionWorld()
  folder = await mkdtemp(join(tmpdir(), 'zhixi-test-published-'))
})
afterAll(async () => {
  await world.close()
  await world.database.drop()
  await rm(folder, { recursive: true })
})

async function run(content: string | Uint8Array, ...more: string[]): Promise<{ code: number; out: string[] }> {
  const path = join(folder, 'items')
  await writeFile(path, content)
  const out: string[] = []
  const runtime = { services: world.services, databaseUrl: world.database.url, external: true, migrated: [], databaseLost: new Promise<void>(() => {}), stop: async () => {} }
  return { code: await publishedImportCommand.run([path, ...more], runtime, (line) => out.push(line)), out }
}

const stored = async (authorityId = 'city') => (await world.services.sql<{ title: string }[]>`select title from published_item where authority_id = ${authorityId} order by title`).map(({ title }) => title)

describe('published import', () => {
  let before: string[]
  beforeEach(async () => {
    before = await stored()
  })

  test('is found by its two words', () => {
    expect(findCommand(['published', 'import', 'x.csv'])).toMatchObject({ command: { name: 'published import' }, rest: ['x.csv'] })
  })

  test('a dry run tells row by row and writes nothing', async () => {
    const { code, out } = await run(GOOD, '--dry-run')
    expect(code).toBe(0)
    expect(out).toEqual(['第2行　新增　保安服务公司许可指南', '第3行　更新　养犬管理规定（新）', '示例市公安局：新增1条，更新1条，没有变0条，不对0条', '这是预览，什么也没有写'])
    expect(await stored()).toEqual(before)
  })

  test('one wrong row and nothing is written; each wrong field is named with its line', async () => {
    const { code, out } = await run(`${GOOD}甲,,ftp://x,2026-01-05,\n,,https://www.example.gov.cn/b,昨天,\n丙,示例公治〔2026〕5号,https://www.example.gov.cn/c,,\n`)
    expect(code).toBe(1)
    expect(out.filter((line) => line.includes('不对　'))).toEqual([
      '第4行　不对　甲　网址：网址要以http://或者https://开头，例如https://www.example.gov.cn/2026/1.html',
      '第5行　不对　　名称：请填写名称', '第5行　不对　　公开日期：公开日期“昨天”不是一个日期，例如2026-11-20',
      '第6行　不对　丙　文号：和前面“保安服务公司许可指南”的一样',
    ])
    expect(out.at(-1)).toBe('有不对的，一条也没有写。改好再导入')
    expect(await stored()).toEqual(before)
  })

  test('imports by number or address, and the same file again changes nothing', async () => {
    expect((await run(GOOD)).code).toBe(0)
    expect(await stored()).toEqual(expect.arrayContaining(['保安服务公司许可指南', '养犬管理规定（新）']))
    expect(await stored()).toHaveLength(before.length + 1)
    const versions = await world.services.sql`select id, version from published_item order by id`
    expect((await run(GOOD)).out.at(-1)).toBe('示例市公安局：新增0条，更新0条，没有变2条，不对0条')
    expect(await world.services.sql`select id, version from published_item order by id`).toEqual(versions)
  })

  test('JSON goes to the authority that is named; a retired item stays retired', async () => {
    const list = JSON.stringify([{ kind: 'catalogue', title: '东城区巡逻防控方案目录', indexNumber: 'DC-1' }, { kind: 'published', title: '东城区烟花爆竹零售点名单（二）', url: 'https://www.example.gov.cn/gongan/5.html' }])
    await world.services.sql`update published_item set active = false where authority_id = 'district'`
    expect((await run(list, '--authority', 'district')).out).toContain('第2条　更新　东城区烟花爆竹零售点名单（二）')
    const rows = await world.services.sql<{ title: string; active: boolean }[]>`select title, active from published_item where authority_id = 'district' order by title`
    expect(rows.map(({ title, active }) => [title, active])).toEqual([['东城区巡逻防控方案目录', true], ['东城区烟花爆竹零售点名单（二）', false]])
  })

  test('a number of one item with the address of another is not guessed at', async () => {
    const { code, out } = await run(`${HEAD}\n混,示例公交〔2025〕12号,https://www.example.gov.cn/gongan/2.html,,\n`)
    expect([code, out[0]]).toEqual([1, '第2行　不对　混　网址：文号是“江北大道等18处路口启用闯红灯自动记录系统的通告”的，网址是“烟花爆竹道路运输许可办理指南”的，不知道改哪一条'])
  })

  test.each([
    ['an empty file', '', '空文件'],
    ['a foreign column', '名称,价格\n甲,1\n', '不认识的列：价格'],
    ['no title', '网址\nhttps://x.example\n', '缺少“名称”'],
    ['a column twice', '名称,标题\n甲,乙\n', '“名称”这一列有两个'],
    ['an object', '{"title":"甲"}', '列表'],
    ['broken JSON', '[{', 'JSON'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), '表格'],
  ])('%s is refused in one sentence', async (_, content, words) => {
    const { code, out } = await run(content)
    expect([code, out.length]).toEqual([1, 1])
    expect(out[0]).toContain(words)
    expect(await stored()).toEqual(before)
  })

  test('an unknown authority and a missing file name are wrong usage', async () => {
    await expect(run(GOOD, '--authority', 'nowhere')).rejects.toThrow(UsageError)
  })
})
