import { setTimeout as delay } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { clusterExists, createCluster, resetAdminPassword } from './cluster.ts'
import { type Credentials, newCredentials, readCredentials, writeCredentials } from './credentials.ts'
import { ensureDatabase } from './database.ts'
import { takeLock } from './lock.ts'
import { clearOrphan } from './orphan.ts'
import { choosePlace, type Place } from './place.ts'
import { freePort, portIsFree } from './port.ts'
import { folderError, StartError } from './start-error.ts'
import { launch, type Server } from './supervise.ts'

/** What the caller decides. Only `dataDir` and `log` are needed; the rest serves tests and unusual machines. */
export interface StartOptions {
  /** The data folder (`ZHIXI_DATA`); made when missing. PostgreSQL gets its sub-folder `postgres`. */
  readonly dataDir: string
  /** Receives Chinese sentences for the console; never a password. */
  readonly log: (line: string) => void
  /** A fixed port. Otherwise a free one is chosen and remembered. */
  readonly port?: number
  /** False for a throwaway cluster of tests: nothing is forced to disk. */
  readonly durable?: boolean
  /** How long to wait for a live process that holds the data folder; 5000. */
  readonly waitMs?: number
  /** Where root keeps what the lent account cannot reach in place; /var/lib/zhixi. */
  readonly shelter?: string
}

/** A running database. */
export interface EmbeddedPostgres {
  /** Address with password of database `zhixi`, for the role that owns it. */
  readonly url: string
  /** Resolves when the server is gone, with `unexpected` unless `stop` was called. Never for a server of another process. */
  readonly ended: Promise<'stopped' | 'unexpected'>
  /** Shuts down in order and gives the data folder free. Any number of calls do it once. */
  stop(): Promise<void>
}

/** Where root keeps files of the lent account that it could not reach in the data folder. */
export const SHELTER = '/var/lib/zhixi'

async function choosePort(wanted: number | undefined, remembered: number | null): Promise<number> {
  if (wanted !== undefined) {
    if (await portIsFree(wanted)) return wanted
    throw new StartError(`数据库端口 ${wanted} 已被占用：请另选一个端口，或不指定端口。`)
  }
  return remembered !== null && (await portIsFree(remembered)) ? remembered : freePort()
}

/** Retries what passes by itself: a port taken since we looked, backends of a killed server that are just ending. */
async function launchOnPort(place: Place, binaries: Binaries, options: StartOptions, remembered: number | null) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(options.port, remembered)
    try {
      return { port, server: await launch(place, binaries, port, options.durable ?? true, options.log) }
    } catch (error) {
      const passing = error instanceof StartError && /Address already in use|shared memory block/.test(error.detail ?? '')
      if (!passing || attempt === 10) throw error
      await delay(attempt * 100)
    }
  }
}

async function credentialsFor(place: Place, binaries: Binaries, options: StartOptions): Promise<Credentials> {
  const known = await readCredentials(place.home)
  const exists = await clusterExists(place, binaries)
  if (exists && known !== null) return known
  const fresh = newCredentials()
  if (exists) {
    options.log('数据库的口令文件缺失，正在重设口令。')
    await resetAdminPassword(place, binaries, fresh.adminPassword)
  } else {
    options.log(`首次启动：正在 ${place.home} 建立数据库。`)
    await createCluster(place, binaries, fresh.adminPassword, options.durable ?? true)
  }
  await writeCredentials(place.home, fresh)
  return fresh
}

async function startIn(place: Place, options: StartOptions): Promise<{ url: string; server: Server }> {
  const shelves = place.account === null ? [place.home] : [options.shelter ?? SHELTER]
  const binaries = await findBinaries(place.account, shelves)
  await clearOrphan(place.cluster, options.log)
  const credentials = await credentialsFor(place, binaries, options)
  const { port, server } = await launchOnPort(place, binaries, options, credentials.port)
  try {
    if (port !== credentials.port) await writeCredentials(place.home, { ...credentials, port })
    return { url: await ensureDatabase(credentials, port), server }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * Starts the PostgreSQL that npm brought, on its own data folder, and waits until database `zhixi` takes connections.
 * Works as an ordinary user and as root. Heals what a killed predecessor left. The server ends with this process, however that ends.
 * @throws StartError when it cannot; its message is one sentence for the console
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const place = await choosePlace(options.dataDir, options.shelter ?? SHELTER)
  try {
    const lock = await takeLock(place.home, options.waitMs ?? 5_000, options.log)
    try {
      const { url, server } = await startIn(place, options)
      let stopping: Promise<void> | null = null
      const stop = async () => {
        await lock.stopping()
        await server.stop()
        await clearOrphan(place.cluster, options.log) // only when its keeper was killed
        await lock.release()
      }
      return {
        url,
        ended: server.ended.then(() => (stopping === null ? 'unexpected' : 'stopped')),
        stop: () => (stopping ??= stop()),
      }
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw folderError(options.dataDir, error)
  }
}
