import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Nothing of the surrounding environment but what a process needs to run. */
export function plainEnvironment(more: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env
  return { PATH, HOME, TMPDIR, ...more }
}

/** The command line as a process of its own; `input` is what is typed. */
export async function zhixi(args: readonly string[], environment: Readonly<Record<string, string>>, input = ''): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', TSX, 'src/main.cli.ts', ...args], { cwd: ROOT, env: plainEnvironment(environment) })
  child.stdin.on('error', () => {}) // it may end before it has read what is typed
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), child.exitCode === null ? once(child, 'close') : null])
  return { code: child.exitCode, out, err }
}

/** One sentence or two for a person, nothing for a programmer. */
export const STACK = /\n\s+at |node:internal|Error:|\.ts:\d+|PostgresError|ZodError/
