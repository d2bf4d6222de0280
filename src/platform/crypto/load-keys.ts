import { randomBytes, randomUUID } from 'node:crypto'
import { access, chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import type { KeyMaterial } from './keyring.ts'
import { material } from './parse-keys.ts'

const File = z.array(z.object({ id: z.string().min(1).regex(/^[A-Za-z0-9_-]+$/), key: z.string() })).min(1)

/** Reads the key file; makes it with one fresh key and mode 0600 when it is not there. Of several first starts at once all get the same key. */
export async function loadKeyFile(path: string): Promise<KeyMaterial[]> {
  await mkdir(dirname(path), { recursive: true })
  const there = await access(path).then(() => true, () => false)
  if (!there) await placeFresh(path)
  await chmod(path, 0o600)
  return readEntries(path, await readFile(path, 'utf8')).map((entry) => material(entry.id, entry.key))
}

/** Appears whole or not at all, and never over another one. */
async function placeFresh(path: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  try {
    const fresh = JSON.stringify([{ id: 'k1', key: randomBytes(32).toString('base64') }], null, 2)
    await writeFile(draft, `${fresh}\n`, { mode: 0o600, flag: 'wx', flush: true })
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}

function readEntries(path: string, text: string): z.output<typeof File> {
  try {
    return File.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`密钥文件 ${path} 读不懂，请从备份恢复；没有它，已存的个人信息打不开`, { cause })
  }
}
