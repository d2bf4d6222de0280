import { randomUUID } from 'node:crypto'
import { chmod, chown, link, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Account, chooseAccount } from './account.ts'
import { run } from './run.ts'
import { errorCode, folderError, StartError } from './start-error.ts'

/** Where one database lives: `home` holds lock, passwords and log (ours), `cluster` PostgreSQL's own files (the account's). */
export interface Place {
  readonly home: string
  readonly cluster: string
  readonly account: Account
}

/** PostgreSQL keeps paths in 1024 bytes and appends names of its own files. */
const LONGEST = 900

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

async function reaches(account: Account, folder: string): Promise<boolean> {
  return account === null || (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account)).code === 0
}

/** Gives a file we made as root to the owner of its folder, who may start us next time without being root. */
export async function ownLike(folder: string, file: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(folder)
  await chown(file, uid, gid)
}

/** A new folder on the shelter, and the note in the data folder that leads to it. Of two simultaneous first starts one note wins. */
async function shelterFor(own: string, note: string, shelter: string): Promise<string> {
  const home = join(shelter, `data-${randomUUID()}`)
  await mkdir(shelter, { recursive: true, mode: 0o755 })
  await mkdir(home)
  await chmod(home, 0o711)
  await writeFile(join(home, 'belongs-to'), `${own}\n`)
  const draft = `${note}.${randomUUID()}`
  await writeFile(draft, `${home}\n`, { flush: true })
  try {
    await link(draft, note)
    return home
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    await rm(home, { recursive: true })
    return (await readFile(note, 'utf8')).trim()
  } finally {
    await rm(draft)
  }
}

async function locate(dataDir: string, shelter: string): Promise<Place> {
  await mkdir(join(resolve(dataDir), 'postgres'), { recursive: true, mode: 0o711 })
  const own = await realpath(join(dataDir, 'postgres'))
  const note = join(own, 'elsewhere')
  const noted = await readFile(note, 'utf8').then((text) => text.trim(), () => null)
  if (noted !== null) {
    if (!(await exists(noted))) {
      throw new StartError(`数据库应在 ${noted}（由 ${note} 指明），但那里没有：请恢复该文件夹；确认不要旧数据时，删除 ${note} 后再启动。`)
    }
    const cluster = join(noted, 'cluster')
    return { home: noted, cluster, account: await chooseAccount(cluster) }
  }
  const cluster = join(own, 'cluster')
  if (Buffer.byteLength(cluster) > LONGEST) throw new StartError(`数据文件夹的路径过长（${cluster}）：请用环境变量 ZHIXI_DATA 另选一个。`)
  const account = await chooseAccount(cluster)
  if (account !== null) await chmod(own, 0o711)
  if (await reaches(account, own)) return { home: own, cluster, account }
  if (await exists(cluster)) {
    throw new StartError(`运行数据库的账号（${account?.name}）进不了 ${own}：请对其上各级文件夹执行 chmod o+x，或把数据文件夹移到可进入之处。`)
  }
  const home = await shelterFor(own, note, shelter).catch((error: unknown) => {
    throw new StartError(`运行数据库的账号（${account?.name}）进不了 ${own}，代用的 ${shelter} 也无法使用：请用 ZHIXI_DATA 另选数据文件夹。`, String(error))
  })
  return { home, cluster: join(home, 'cluster'), account }
}

/**
 * Finds the place of the database of a data folder. Normally `<dataDir>/postgres`. When root runs us and the lent account may not
 * enter that folder (a checkout in root's home), the files live on `shelter` and `<dataDir>/postgres/elsewhere` names the place.
 * The shelter is /var/lib, not /tmp: these are real data, and /tmp is emptied by reboots and tidying jobs.
 * @throws StartError when the folder cannot be used
 */
export async function choosePlace(dataDir: string, shelter: string): Promise<Place> {
  try {
    return await locate(dataDir, shelter)
  } catch (error) {
    throw folderError(dataDir, error)
  }
}
