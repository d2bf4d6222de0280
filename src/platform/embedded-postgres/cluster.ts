import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'
import { causeIn, StartError } from './start-error.ts'

/**
 * Sorting is PostgreSQL's own C.UTF-8 everywhere. The system's locale still decides what a letter is to pg_trgm and the text search
 * parser, and under plain C Chinese would be none; old systems lack C.UTF-8.
 */
const SYSTEM_LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'] as const

async function give(path: string, account: Account, mode: number): Promise<void> {
  await chmod(path, mode)
  if (account === null) return
  await chown(path, account.uid, account.gid).catch((error: unknown) => {
    throw new StartError(`无法把 ${path} 交给账号 ${account.name}：请改用普通账号启动，或另选一个本机磁盘上的文件夹。`, String(error))
  })
}

/** Builds a cluster beside its final name and renames it, so that a half-finished one is never mistaken for a whole one. */
export async function createCluster(place: Place, binaries: Binaries, adminPassword: string, durable: boolean): Promise<void> {
  const building = join(place.home, 'cluster.building')
  const secret = join(place.home, 'cluster.secret')
  await rm(building, { recursive: true, force: true })
  await mkdir(building)
  await give(building, place.account, 0o700)
  try {
    await writeFile(secret, adminPassword, { mode: 0o600 })
    await give(secret, place.account, 0o600)
    const access = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256']
    const rest = ['--text-search-config=simple', '--no-instructions', ...(durable ? [] : ['--no-sync', '--wal-segsize=1'])]
    for (const locale of SYSTEM_LOCALES) {
      const order = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`, '--lc-messages=C']
      const { code, output } = await run(binaries.initdb, ['-D', building, ...order, ...access, ...rest], place.account)
      if (code === 0) break
      if (!output.includes('invalid locale name') || locale === SYSTEM_LOCALES.at(-1)) {
        throw new StartError(`数据库建立失败（${causeIn(output)}）。`, output)
      }
    }
  } finally {
    await rm(secret, { force: true })
  }
  await rename(building, place.cluster)
}

/** True when there is a whole cluster of our version, false when there is none yet. @throws StartError for any other content */
export async function clusterExists(place: Place, binaries: Binaries): Promise<boolean> {
  if ((await stat(place.cluster).catch(() => null)) === null) return false
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').then((text) => text.trim(), () => null)
  if (version === null) throw new StartError(`${place.cluster} 不是完好的 PostgreSQL 数据库：请从备份恢复，或另选一个数据文件夹。`)
  if (version !== binaries.major) {
    throw new StartError(`${place.cluster} 是 PostgreSQL ${version} 的数据，本程序带的是 ${binaries.major}：请用原版本导出后再导入。`)
  }
  return true
}

/** Gives the superuser a new password without knowing the old one, for a data folder whose `connection.json` was lost. */
export async function resetAdminPassword(place: Place, binaries: Binaries, password: string): Promise<void> {
  const sql = `alter role postgres password '${password}'\n`
  const { code, output } = await run(binaries.postgres, ['--single', '-D', place.cluster, 'postgres'], place.account, sql)
  if (code !== 0 || output.includes('ERROR')) throw new StartError(`数据库的口令丢失，也未能重设（${causeIn(output)}）。`, output)
}
