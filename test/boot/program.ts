import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { eventually } from '#test/support/eventually.ts'
import { plainEnvironment, ROOT, TSX } from './zhixi.ts'

/** One of the entry points as a process of its own. */
export interface Program {
  readonly process: ChildProcess
  /** Everything printed so far. */
  readonly out: () => string
  readonly err: () => string
  /** Resolves when that is printed; rejects when the program has ended before. */
  printed(text: string | RegExp): Promise<string>
  /** Sends a signal and resolves to the exit code (or the signal that ended it) and the seconds that it took. */
  end(signal: NodeJS.Signals): Promise<{ readonly how: number | NodeJS.Signals | null; readonly seconds: number }>
  /** Resolves to the exit code of a program that ends by itself. */
  readonly ended: Promise<number | null>
}

/** Starts `src/<script>`; killed when the test ends. */
export function startProgram(script: string, environment: Readonly<Record<string, string>>, uid?: number): Program {
  const child = spawn(process.execPath, ['--import', TSX, `src/${script}`], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: ROOT,
    env: plainEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part))
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  onTestFinished(async () => {
    if (!isOver()) child.kill('SIGKILL')
    await gone
  })
  return {
    process: child,
    out: () => out,
    err: () => err,
    ended: gone.then(([code]) => code),
    async printed(text) {
      await eventually(() => (typeof text === 'string' ? out.includes(text) : text.test(out)) || isOver(), { timeoutMs: 120_000 })
      if (isOver()) throw new Error(`ended with ${child.exitCode}: ${out}${err}`)
      return out
    },
    async end(signal) {
      const begun = performance.now()
      child.kill(signal)
      const [code, by] = await gone
      return { how: by ?? code, seconds: (performance.now() - begun) / 1000 }
    },
  }
}

/** A folder that every account may enter, removed when the test ends. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixi-test-data-'))
  await chmod(folder, 0o711)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
