import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { authorityListCommand } from '#src/boot/cli/authority-list.ts'
import { authoritySetCommand } from '#src/boot/cli/authority-set.ts'
import { UsageError, type CliCommand } from '#src/boot/cli/index.ts'
import { unitAddCommand } from '#src/boot/cli/unit-add.ts'
import { connect, type Connection } from '#platform/db/connect.ts'
import { listAuthorities } from '#store/authority.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

const SHIJU = {
  id: 'shiju', name: '某市公安局', shortName: '市局', documentPrefix: '某公信公开', officeName: '某市公安局政府信息公开办公室', address: '某市某路1号', postcode: '000000',
  officeHours: '工作日 9:00–17:00', consultPhone: '0000-1000 0001', supervisePhone: '0000-1000 0002', complaintPhone: '0000-1000 0003', reconsiderationAuthority: '某市人民政府', court: '某法院',
}

describe('an authority is set up from the command line', () => {
  let database: FreshDatabase
  let connection: Connection
  let folder: string
  beforeEach(async () => {
    database = await freshDatabase()
    connection = connect(database.url, 2)
    folder = await mkdtemp(join(tmpdir(), 'zhixi-test-authority-'))
  })
  afterEach(async () => {
    await connection.close()
    await database.drop()
    await rm(folder, { recursive: true })
  })

  async function run(command: CliCommand, ...args: string[]) {
    const out: string[] = []
    const code = await command.run(args, { services: { db: connection.db } } as never, (line) => out.push(line))
    return { code, out }
  }
  async function set(content: unknown) {
    const path = join(folder, 'authority.json')
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return run(authoritySetCommand, path)
  }

  test('first the authority, then its sub-authority and its units, and each is listed with its id', async () => {
    expect(await set(SHIJU)).toEqual({ code: 0, out: ['已添加机关shiju（某市公安局）'] })
    expect((await set({ ...SHIJU, id: 'fenju', parentId: 'shiju', name: '某市公安局某分局', fax: '0000-1000 0004', position: 2 })).code).toBe(0)
    expect(await run(unitAddCommand, '--authority', 'shiju', '--id', 'zhian', '--name', '治安支队')).toEqual({ code: 0, out: ['已添加科室zhian（治安支队）'] })
    expect((await run(authorityListCommand)).out).toEqual(['shiju  某市公安局  某公信公开', '  zhian  治安支队', 'fenju  某市公安局某分局  某公信公开'])
  })

  test('the same id again changes what is written of it', async () => {
    await set(SHIJU)
    expect((await set({ ...SHIJU, address: '某市新路2号' })).out).toEqual(['已更改机关shiju（某市公安局）'])
    expect(await listAuthorities(connection.db)).toMatchObject([{ id: 'shiju', address: '某市新路2号', fax: null, parentId: null }])
  })

  test.each([
    ['what is missing is named', { ...SHIJU, court: undefined }, /court/],
    ['an unknown field is named', { ...SHIJU, telephone: '1' }, /telephone/],
    ['an id must be usable in addresses', { ...SHIJU, id: '市局' }, /编号用小写字母/],
    ['the authority above must be there first', { ...SHIJU, parentId: 'ting' }, /没有机关ting/],
    ['no authority stands above itself', { ...SHIJU, parentId: 'shiju' }, /不能是它自己/],
    ['what is no JSON is told', '{', /文件不是JSON/],
  ])('%s', async (_, content, told) => {
    await expect(set(content)).rejects.toThrow(told)
    expect(await listAuthorities(connection.db)).toEqual([])
  })

  test('a unit needs its authority, a name of its own and an id of its own', async () => {
    await set(SHIJU)
    await run(unitAddCommand, '--authority', 'shiju', '--id', 'zhian', '--name', '治安支队')
    await expect(run(unitAddCommand, '--authority', 'none', '--id', 'a', '--name', '一科')).rejects.toThrow(UsageError)
    await expect(run(unitAddCommand, '--authority', 'shiju', '--id', 'b', '--name', '治安支队')).rejects.toThrow(/已经有科室/)
    expect(await run(unitAddCommand, '--authority', 'shiju', '--id', 'zhian', '--name', '二科')).toMatchObject({ code: 1 })
  })
})
