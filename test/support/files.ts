import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInspector } from '#platform/files/inspect.ts'
import type { Files } from '#platform/files/port.ts'
import { openFolder } from '#platform/storage/folder.ts'

/** Papers in a folder of this test. */
export interface TestFiles {
  readonly files: Files
  readonly folder: string
  /** Everything that lies there, by path below the folder. */
  contents(): Promise<Map<string, Buffer>>
  remove(): Promise<void>
}

export async function openTestFiles(more: Partial<Files> = {}): Promise<TestFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixi-test-files-'))
  const storage = await openFolder(folder)
  const inspector = openInspector()
  return {
    folder,
    files: { storage, inspector, scanner: null, ...more },
    async contents() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const found = entries.filter((entry) => entry.isFile()).map(async (entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), await readFile(join(entry.parentPath, entry.name))] as const)
      return new Map(await Promise.all(found))
    },
    async remove() {
      await inspector.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
