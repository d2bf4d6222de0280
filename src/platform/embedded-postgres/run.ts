import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** How a finished program ended: `code` is null when a signal or a failed launch ended it; `output` holds both streams. */
export interface Finished {
  readonly code: number | null
  readonly output: string
}

/** Environment of every PostgreSQL program: bare, so that no PG* or LC_* variable of the caller leaks in. */
export const BARE_ENV: NodeJS.ProcessEnv = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C' }

/** The spawn options that lend a child the account; `cwd` is `/` since ours may be closed to it. */
export function under(account: Account) {
  return { cwd: '/', env: BARE_ENV, ...(account === null ? {} : { uid: account.uid, gid: account.gid }) }
}

/** Runs a program to its end under the account, feeding it `input`. Never rejects. */
export function run(program: string, args: readonly string[], account: Account, input = ''): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...under(account), stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', (error) => resolve({ code: null, output: output + String(error) }))
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.on('error', () => {}) // a program that ends without reading its input is no failure of ours
    child.stdin.end(input)
  })
}
