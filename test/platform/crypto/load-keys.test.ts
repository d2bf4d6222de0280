import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadKeyFile } from '#platform/crypto/load-keys.ts'
import { parseKeys } from '#platform/crypto/parse-keys.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhixi-test-keys-'))
  path = join(folder, 'deep', 'keys.json')
})
afterEach(() => rm(folder, { recursive: true }))

test('of twenty first starts at once all get the one key, from a file that its owner alone may read', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => loadKeyFile(path)))
  expect(new Set(all.map((keys) => Buffer.from(keys[0]!.key).toString('hex'))).size).toBe(1)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'deep'))).toEqual(['keys.json'])
  expect(await loadKeyFile(path)).toEqual(all[0])
})

test.each([
  ['an empty file', ''],
  ['half a file', '[{"id":"k1"'],
  ['no key in it', '[]'],
  ['a key without text', '[{"id":"k1"}]'],
])('%s is refused in a sentence and left as it is', async (_, text) => {
  await loadKeyFile(path)
  await writeFile(path, text)
  await expect(loadKeyFile(path)).rejects.toThrow(`密钥文件 ${path} 读不懂，请从备份恢复`)
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('a key that is too short is refused by its id, in the file and in the environment, without telling the key', async () => {
  await loadKeyFile(path)
  await writeFile(path, '[{"id":"k7","key":"c2hvcnQ="}]')
  await expect(loadKeyFile(path)).rejects.toThrow('密钥“k7”写得不对')
  expect(() => parseKeys('k7:c2hvcnQ=')).toThrow('密钥“k7”写得不对')
  expect(() => parseKeys('k7:c2hvcnQ=')).not.toThrow(/c2hvcnQ/)
})
