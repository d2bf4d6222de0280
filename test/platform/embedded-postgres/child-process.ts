import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'

/** `nobody`, the account that tests lend to a child that must not be root. */
export const NOBODY = 65534

type Said = { url: string } | { log: string } | { refused: string }

export interface Child {
  readonly process: ChildProcess
  /** Resolves to the address once the database is up. Rejects when it was refused. */
  url(): Promise<string>
  /** Resolves to the sentence of the refusal. */
  refusal(): Promise<string>
  /** Asks it to stop in order and waits until it has ended; resolves to its exit code. */
  stop(): Promise<number | null>
  /** Kills it as a failing machine would and waits until it has ended. */
  kill(): Promise<void>
  readonly logged: string[]
}

const SCRIPT = fileURLToPath(new URL('./child.ts', import.meta.url))
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** A process of its own that starts the database in `dataDir`; killed when the test ends. */
export function startChild(dataDir: string, shelter: string, uid?: number): Child {
  const child = spawn(process.execPath, ['--import', TSX, SCRIPT, dataDir, shelter], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: '/',
    env: { PATH: process.env.PATH, HOME: '/', TMPDIR: tmpdir() },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  const logged: string[] = []
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async (): Promise<Said> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`the child ended without an answer; it had logged: ${logged.join(' ')}`)
      const said = JSON.parse(value) as Said
      if (!('log' in said)) return said
      logged.push(said.log)
    }
  }
  return {
    process: child,
    logged,
    kill,
    async url() {
      const said = await answer()
      if ('url' in said) return said.url
      throw new Error(JSON.stringify(said))
    },
    async refusal() {
      const said = await answer()
      if ('refused' in said) return said.refused
      throw new Error(JSON.stringify(said))
    },
    async stop() {
      child.stdin.end('stop\n')
      await gone
      return child.exitCode
    },
  }
}
