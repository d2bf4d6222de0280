import { readFile, stat } from 'node:fs/promises'
import { StartError } from './start-error.ts'

/** The account PostgreSQL runs under; null means our own, which is then not root. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string } | null

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the owner of an existing cluster, else `nobody`.
 * @throws StartError when we are root and the machine has no account `nobody`
 */
export async function chooseAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(cluster).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` }
  const nobody = (await readFile('/etc/passwd', 'utf8').catch(() => '')).match(/^nobody:[^:]*:(\d+):(\d+):/m)
  // initdb looks its own user up in /etc/passwd, so an invented number would not do.
  if (nobody === null) throw new StartError('PostgreSQL 不能以 root 运行，而本机没有 nobody 账号：请改用普通账号启动，或设置 DATABASE_URL。')
  return { uid: Number(nobody[1]), gid: Number(nobody[2]), name: 'nobody' }
}
