import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import type { KeyMaterial } from './keyring.ts'
import { material } from './parse-keys.ts'

const File = z.array(z.object({ id: z.string().min(1).regex(/^[A-Za-z0-9_-]+$/), key: z.string() })).min(1)

/** Reads the key file; makes it with one fresh key and mode 0600 when it is not there. */
export async function loadKeyFile(path: string): Promise<KeyMaterial[]> {
  await mkdir(dirname(path), { recursive: true })
  const fresh = JSON.stringify([{ id: 'k1', key: randomBytes(32).toString('base64') }], null, 2)
  const handle = await open(path, 'wx', 0o600).catch(() => null)
  if (handle) {
    await handle.writeFile(`${fresh}\n`)
    await handle.sync()
    await handle.close()
  }
  await chmod(path, 0o600)
  return File.parse(JSON.parse(await readFile(path, 'utf8'))).map((entry) => material(entry.id, entry.key))
}
