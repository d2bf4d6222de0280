import postgres from 'postgres'
import { type Credentials, urlOf } from './credentials.ts'

/** Name of the role and of the database that the application uses. */
export const OWNER = 'zhixi'

/** True when the address opens; false when role, password or database are missing. Other trouble is thrown. */
export async function usable(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    // 3D000 no such database; 28P01 and 28000 no such role or another password
    if (error instanceof postgres.PostgresError && ['3D000', '28P01', '28000'].includes(error.code)) return false
    throw error
  } finally {
    await sql.end()
  }
}

/**
 * Makes sure that role and database exist and the password opens them. The role owns its database but is no superuser:
 * an injected statement then cannot start programs or read files. `createdb` lets tests clone a template.
 * @returns the address for the application
 */
export async function ensureDatabase(credentials: Credentials, port: number): Promise<string> {
  const url = urlOf(OWNER, credentials.password, port, OWNER)
  if (await usable(url)) return url
  const sql = postgres(urlOf('postgres', credentials.adminPassword, port, 'postgres'), { max: 1, onnotice: () => {} })
  try {
    const roles = await sql`select 1 from pg_roles where rolname = ${OWNER}`
    if (roles.length === 0) await sql.unsafe(`create role ${OWNER}`)
    await sql.unsafe(`alter role ${OWNER} login createdb password '${credentials.password}'`)
    const databases = await sql`select 1 from pg_database where datname = ${OWNER}`
    if (databases.length === 0) await sql.unsafe(`create database ${OWNER} owner ${OWNER}`)
  } finally {
    await sql.end()
  }
  return url
}
