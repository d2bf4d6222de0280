import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { onTestFinished } from 'vitest'
import { type EmbeddedPostgres, type StartOptions, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'

/** Whether this run may lend other accounts to its children. */
export const isRoot = process.getuid?.() === 0

async function folder(mode: number): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'zhixi-pg-'))
  await chmod(made, mode)
  return made
}

/** A folder that everybody may enter unless `mode` says otherwise, removed when the test ends. */
export async function tempFolder(mode = 0o711): Promise<string> {
  const made = await folder(mode)
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** Starts in this process; stopped when the test ends. */
export async function start(dataDir: string, more: Partial<StartOptions> = {}): Promise<EmbeddedPostgres> {
  const shelter = await tempFolder(0o755)
  const running = await startEmbeddedPostgres({ dataDir, log: () => {}, durable: false, shelter, ...more })
  onTestFinished(() => running.stop())
  return running
}

/** Runs one statement on a connection of its own and gives its first row. */
export async function ask(url: string, statement: string): Promise<Record<string, unknown>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [row] = await sql.unsafe(statement).finally(() => sql.end())
  return { ...row }
}

/** The same server's maintenance database, for its superuser. */
export async function adminUrl(dataDir: string, url: string): Promise<string> {
  const { adminPassword } = JSON.parse(await readFile(join(dataDir, 'postgres', 'connection.json'), 'utf8'))
  return `postgres://postgres:${adminPassword}@${new URL(url).host}/postgres`
}

/** What an earlier start left behind: a table `kept` with the row 7. Made once per test file, since that takes a second. */
export class Left {
  #folder: Promise<string> | null = null

  /** The folder itself, for tests that leave table and row in it. */
  folder(): Promise<string> {
    return (this.#folder ??= this.#make())
  }

  /** A copy to spoil, in `to`. */
  async copy(to: string): Promise<string> {
    await promisify(execFile)('cp', ['-a', `${await this.folder()}/.`, to])
    return to
  }

  async remove(): Promise<void> {
    if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true })
  }

  async #make(): Promise<string> {
    const made = await folder(0o711)
    const running = await startEmbeddedPostgres({ dataDir: made, log: () => {}, durable: false })
    await ask(running.url, 'create table kept as select 7 as n').finally(() => running.stop())
    return made
  }
}

/** nobody */
const UNPRIVILEGED = 65534

/** Whether an account other than root could read this checkout at all. */
export async function nobodyReads(file: string): Promise<boolean> {
  const options = { uid: UNPRIVILEGED, gid: UNPRIVILEGED, cwd: '/' }
  return isRoot && (await promisify(execFile)('/bin/sh', ['-c', 'test -r "$0"', file], options).then(() => true, () => false))
}
