import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownLike } from './place.ts'

/** What must be remembered to reach the cluster again: two passwords and the port. `admin` is PostgreSQL's superuser. */
export interface Credentials {
  readonly adminPassword: string
  readonly password: string
  readonly port: number | null
}

/** New random passwords. */
export function newCredentials(): Credentials {
  const secret = () => randomBytes(24).toString('base64url')
  return { adminPassword: secret(), password: secret(), port: null }
}

/** Reads `connection.json` of the place; null when it is missing or damaged, which `resetAdminPassword` heals. */
export async function readCredentials(home: string): Promise<Credentials | null> {
  try {
    const found = JSON.parse(await readFile(join(home, 'connection.json'), 'utf8')) as Partial<Credentials>
    const { adminPassword, password, port } = found
    if (typeof adminPassword !== 'string' || typeof password !== 'string') return null
    return { adminPassword, password, port: typeof port === 'number' ? port : null }
  } catch {
    return null
  }
}

/** Writes them in one step, readable by us alone. */
export async function writeCredentials(home: string, credentials: Credentials): Promise<void> {
  const draft = join(home, 'connection.json.new')
  await writeFile(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flush: true })
  await ownLike(home, draft)
  await rename(draft, join(home, 'connection.json'))
}

/** The address of a database on our own server, passwords included: never log it. */
export function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}
