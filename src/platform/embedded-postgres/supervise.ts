import { type ChildProcess, spawn } from 'node:child_process'
import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { readPostmaster } from './orphan.ts'
import { ownLike, type Place } from './place.ts'
import { under } from './run.ts'
import { causeIn, StartError } from './start-error.ts'

/** A running server. `ended` resolves when it is gone, asked or not. */
export interface Server {
  readonly ended: Promise<void>
  /** Shuts it down in order; open connections are cut, committed work is on disk. */
  stop(): Promise<void>
}

/**
 * A small shell stands between us and the server and reads from a pipe whose other end only we hold. We close it to stop the
 * server; the kernel closes it when we are killed. Either way the shell sends SIGINT, PostgreSQL's fast shutdown, so the server
 * never outlives us. Both are in a session of their own: Ctrl-C and a SIGTERM to our group reach us alone.
 */
const KEEPER = `exec 3<&0 </dev/null
"$@" 3<&- & server=$!
{ read -r _ <&3; kill -INT $server; } & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
exit $code`

const LOG_LIMIT = 5_000_000
const STOP_MS = 30_000
const SLOW_MS = 3_000

/** Settings for a small machine. `terse` and `panic` keep the values in failed statements, personal data, out of the log. */
function settings(port: number, durable: boolean): Readonly<Record<string, string>> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '', // a socket's path may have 107 bytes, a data folder's path more
    max_connections: '60',
    shared_buffers: '128MB',
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_init_zero: 'off', autovacuum: 'off' }),
  }
}

async function openLog(home: string): Promise<{ fd: number; size: number; close(): Promise<void>; tail(from: number): Promise<string> }> {
  const file = join(home, 'postgres.log')
  if (((await stat(file).catch(() => null))?.size ?? 0) > LOG_LIMIT) await rename(file, `${file}.old`)
  const handle = await open(file, 'a+', 0o600)
  await ownLike(home, file)
  const { size } = await handle.stat()
  const tail = async (from: number) => {
    const length = Math.max(0, (await handle.stat()).size - from)
    return (await handle.read(Buffer.alloc(length), 0, length, from)).buffer.toString('utf8')
  }
  return { fd: handle.fd, size, close: () => handle.close(), tail }
}

async function stopKeeper(keeper: ChildProcess, ended: Promise<void>, cluster: string): Promise<void> {
  keeper.stdin?.end()
  const asked = await Promise.race([ended.then(() => true), delay(STOP_MS, false, { ref: false })])
  if (asked) return
  const found = await readPostmaster(cluster)
  if (found !== null) process.kill(found.pid, 'SIGQUIT') // loses nothing that was committed: the next start replays the log
  await ended
}

/**
 * Starts the server and waits until it takes connections.
 * @throws StartError with PostgreSQL's own last line in `detail` when it ends before that
 */
export async function launch(place: Place, binaries: Binaries, port: number, durable: boolean, log: (line: string) => void): Promise<Server> {
  const before = await readPostmaster(place.cluster) // a killed server's note still says `ready`
  const file = await openLog(place.home)
  const options = Object.entries(settings(port, durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['-c', KEEPER, 'zhixi-keeper', binaries.postgres, '-D', place.cluster, ...options]
  const keeper = spawn('/bin/sh', args, { ...under(place.account), detached: true, stdio: ['pipe', file.fd, file.fd] })
  let over = false
  const ended = new Promise<void>((resolve) => {
    keeper.on('error', () => resolve())
    keeper.on('exit', () => resolve())
  }).then(() => void (over = true))
  keeper.stdin?.on('error', () => {}) // the keeper ended before we closed the pipe
  const begun = performance.now()
  try {
    for (let told = false; ; ) {
      const now = await readPostmaster(place.cluster)
      if (now?.ready === true && (now.pid !== before?.pid || now.since !== before.since)) break
      if (over) {
        const output = await file.tail(file.size)
        throw new StartError(`数据库没有启动（${causeIn(output)}）。`, output)
      }
      if (!told && performance.now() - begun > SLOW_MS) {
        log('数据库正在恢复上次中断时未完成的写入，请稍候。')
        told = true
      }
      await delay(15)
    }
  } finally {
    await file.close()
  }
  let stopped: Promise<void> | null = null
  return { ended, stop: () => (stopped ??= stopKeeper(keeper, ended, place.cluster)) }
}
