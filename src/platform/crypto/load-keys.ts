import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { KeyMaterial } from './keyring.ts'

const File = z.array(z.object({ id: z.string().min(1).regex(/^[A-Za-z0-9_-]+$/), key: z.string() })).min(1)

/** `k2:<base64>,k1:<base64>`, newest first; each key is 32 bytes. */
export function parseKeys(text: string): KeyMaterial[] {
  return text.split(',').map((part) => {
    const colon = part.indexOf(':')
    return material(part.slice(0, colon).trim(), part.slice(colon + 1).trim())
  })
}

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

function material(id: string, base64: string): KeyMaterial {
  const key = new Uint8Array(Buffer.from(base64, 'base64'))
  if (!/^[A-Za-z0-9_-]+$/.test(id) || key.length !== 32) throw new Error(`key ${id || '?'}: expected an id and 32 bytes in base64`)
  return { id, key }
}
