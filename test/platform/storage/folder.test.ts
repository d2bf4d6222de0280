import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileStorage } from '#platform/files/port.ts'
import { openFolder } from '#platform/storage/folder.ts'

const NAME = '01234567-89ab-7cde-8f01-23456789abCD'
let folder: string
let storage: FileStorage

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'zhixi-folder-')), 'files')
  storage = await openFolder(folder)
})
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

test('what is put is got, by this and by another process, until it is erased', async () => {
  await storage.put(NAME, new Uint8Array([1, 2, 3]))
  expect(await storage.get(NAME)).toEqual(new Uint8Array([1, 2, 3]))
  expect(await (await openFolder(folder)).get(NAME)).toEqual(new Uint8Array([1, 2, 3]))
  await storage.put(NAME, new Uint8Array([4]))
  expect(await storage.get(NAME)).toEqual(new Uint8Array([4]))
  await storage.erase(NAME)
  await storage.erase(NAME)
  expect(await storage.get(NAME)).toBeNull()
})

test('only this user may read the files and the folders', async () => {
  await storage.put(NAME, new Uint8Array([1]))
  expect((await stat(join(folder, 'cd', NAME))).mode & 0o777).toBe(0o600)
  for (const one of ['.', 'cd', 'parts']) expect((await stat(join(folder, one))).mode & 0o077).toBe(0)
})

test.each(['../../etc/passwd', 'a/b/c/d/e/f/g', '..', '', 'x'.repeat(200), `${NAME}\0`])('%j is no name', async (name) => {
  await expect((async () => storage.put(name, new Uint8Array([1])))()).rejects.toThrow('not a name')
  await expect((async () => storage.get(name))()).rejects.toThrow('not a name')
})

test('a write that fails leaves neither the file nor a part of it', async () => {
  await rm(join(folder, 'ee'), { recursive: true, force: true })
  await writeFile(join(folder, 'ee'), 'a file where a folder should be')
  await expect(storage.put('aaaaaaaa-ee', new Uint8Array([1]))).rejects.toThrow()
  expect(await readdir(join(folder, 'parts'))).toEqual([])
})

test('parts that a dead process left are cleared at the next start, those of a living one are not', async () => {
  await writeFile(join(folder, 'parts', 'old'), 'x')
  await utimes(join(folder, 'parts', 'old'), 1, 1)
  await writeFile(join(folder, 'parts', 'fresh'), 'x')
  await openFolder(folder)
  expect(await readdir(join(folder, 'parts'))).toEqual(['fresh'])
})
