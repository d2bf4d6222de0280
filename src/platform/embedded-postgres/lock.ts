import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { processIdentity } from './process-identity.ts'
import { errorCode, StartError } from './start-error.ts'

interface Holder {
  readonly pid: number
  readonly identity: string
  readonly state: 'running' | 'stopping'
}

/** The right of one process to one cluster. */
export interface Lock {
  /** Tells a process that waits for us that we are on our way out. */
  stopping(): Promise<void>
  release(): Promise<void>
}

const BREAKER_STALE_MS = 10_000
const STOPPING_MS = 30_000

async function readHolder(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  try {
    return text === null ? null : (JSON.parse(text) as Holder)
  } catch {
    return { pid: 0, identity: '', state: 'running' } // an unreadable lock is a dead man's: locks appear whole
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  return holder.pid > 0 && (await processIdentity(holder.pid)) === holder.identity
}

/** Creates `file` with its whole content in one step; false when it exists. */
async function place(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, content, { mode: 0o644 })
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft)
  }
}

/** The live process that holds the lock of `home`, or null. */
export async function liveHolder(home: string): Promise<{ pid: number; state: 'running' | 'stopping' } | null> {
  const holder = await readHolder(join(home, 'owner.lock'))
  return holder !== null && (await isAlive(holder)) ? holder : null
}

/** Removes a dead man's lock. The second lock keeps two cleaners from removing each other's fresh one. */
async function clearDead(file: string): Promise<void> {
  const breaker = `${file}.breaking`
  if (!(await place(breaker, ''))) {
    const age = await stat(breaker).then((found) => Date.now() - found.mtimeMs, () => 0)
    if (age > BREAKER_STALE_MS) await rm(breaker, { force: true })
    return
  }
  try {
    const holder = await readHolder(file)
    if (holder !== null && !(await isAlive(holder))) await rm(file, { force: true })
  } finally {
    await rm(breaker, { force: true })
  }
}

async function hold(file: string, mine: Holder): Promise<Lock> {
  return {
    async stopping() {
      const draft = `${file}.${randomUUID()}`
      await writeFile(draft, JSON.stringify({ ...mine, state: 'stopping' }), { mode: 0o644 })
      await rename(draft, file)
    },
    release: () => rm(file, { force: true }),
  }
}

/**
 * Takes the lock in `home`. A dead holder's lock is taken over; a live holder is waited for `waitMs` (he may just be leaving).
 * @throws StartError when a live process keeps it
 */
export async function takeLock(home: string, waitMs: number, log: (line: string) => void): Promise<Lock> {
  const file = join(home, 'owner.lock')
  const mine: Holder = { pid: process.pid, identity: (await processIdentity(process.pid)) ?? '', state: 'running' }
  const begun = performance.now()
  for (let told = false; ; ) {
    if (await place(file, JSON.stringify(mine))) return hold(file, mine)
    const holder = await readHolder(file)
    if (holder === null) continue
    if (!(await isAlive(holder))) {
      await clearDead(file)
      continue
    }
    if (performance.now() - begun > (holder.state === 'stopping' ? STOPPING_MS : waitMs)) {
      throw new StartError(`这个数据文件夹正由另一个知悉进程（pid ${holder.pid}）使用：请先停止它，或用环境变量 ZHIXI_DATA 另选一个文件夹。`)
    }
    if (!told) log(`数据文件夹正由进程 ${holder.pid} 使用，等待它退出。`)
    told = true
    await delay(50)
  }
}
