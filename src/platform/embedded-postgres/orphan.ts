import { execFile } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { processIdentity } from './process-identity.ts'
import { StartError } from './start-error.ts'

/** Above every pid_max, so never a process. */
const NO_PROCESS = 2_147_483_646

/** PostgreSQL's own note of its running server: number, port, start, and whether it takes connections. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Seconds since 1970 at which it started; with `pid` it tells one server from the next. */
  readonly since: number
  readonly ready: boolean
}

/** Reads `postmaster.pid`; null when there is none or it was cut off while being written. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Math.abs(Number(lines[0]))
  return pid > 0 ? { pid, port: Number(lines[3]), since: Number(lines[2]), ready: lines[7]?.trim() === 'ready' } : null
}

/** True when that process is a PostgreSQL at work on this very folder: it always stands in its data folder. */
async function worksOn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [its, ours] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => null), stat(cluster)])
    return its !== null && its.ino === ours.ino && its.dev === ours.dev
  }
  const ps = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => null)
  return ps !== null && ps.stdout.includes('postgres') && ps.stdout.includes(cluster)
}

async function goneWithin(ms: number, pid: number, identity: string): Promise<boolean> {
  const begun = performance.now()
  while ((await processIdentity(pid)) === identity) {
    if (performance.now() - begun > ms) return false
    await delay(20)
  }
  return true
}

/**
 * Heals what a killed start left behind. Call it only while holding the lock. A server that outlived its parent is shut down in
 * order (it also does so by itself, see supervise.ts); a note whose number now belongs to another program is removed.
 * @throws StartError when the old server cannot be ended
 */
export async function clearOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const found = await readPostmaster(cluster)
  const identity = found === null ? null : await processIdentity(found.pid)
  if (found !== null && identity !== null && (await worksOn(found.pid, cluster))) {
    log(`上次启动的数据库（pid ${found.pid}）仍在运行，正在停止它。`)
    for (const [signal, ms] of [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 2_000]] as const) {
      try {
        process.kill(found.pid, signal)
      } catch (error) {
        if ((await processIdentity(found.pid)) === identity) throw new StartError(`上次启动的数据库（pid ${found.pid}）停不下来：请手工结束它后再启动。`, String(error))
      }
      if (await goneWithin(ms, found.pid, identity)) break
    }
  }
  const left = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  if (left === null || identity === null) return
  // The number now belongs to a stranger, which would stop PostgreSQL. The rest of the note must stay: by it PostgreSQL finds
  // backends of the dead server that still write.
  await writeFile(join(cluster, 'postmaster.pid'), left.replace(/^-?\d+/, String(NO_PROCESS)))
}
