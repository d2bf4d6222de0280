import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStorage } from '../files/port.ts'

const NAME = /^[A-Za-z0-9-]{8,100}$/
/** A part this old belongs to a process that is gone. */
const LEFT_BEHIND_MS = 60 * 60 * 1000

/** Files in a folder of this machine, readable by this user alone; spread over 256 folders by the end of their name. */
export async function openFolder(root: string): Promise<FileStorage> {
  const parts = join(root, 'parts')
  await mkdir(parts, { recursive: true, mode: 0o700 })
  await clearParts(parts)
  return {
    async put(name, bytes) {
      const path = pathOf(root, name)
      const part = join(parts, randomUUID())
      try {
        await writeSynced(part, bytes)
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(part, path)
        await syncFolder(dirname(path))
      } finally {
        await rm(part, { force: true })
      }
    },
    get: (name) => readFile(pathOf(root, name)).then((bytes) => new Uint8Array(bytes), missing),
    erase: (name) => rm(pathOf(root, name), { force: true }),
  }
}

function pathOf(root: string, name: string): string {
  if (!NAME.test(name)) throw new Error('not a name of a stored file')
  return join(root, name.slice(-2).toLowerCase(), name)
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The name in the folder has to survive a power cut as well as the bytes. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function clearParts(parts: string): Promise<void> {
  for (const name of await readdir(parts)) {
    const path = join(parts, name)
    const age = await stat(path).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0)
    if (age > LEFT_BEHIND_MS) await rm(path, { force: true })
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
