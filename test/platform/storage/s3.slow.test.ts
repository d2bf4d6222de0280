import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openS3, type S3Options } from '#platform/storage/s3.ts'
import { eventually } from '#test/support/eventually.ts'

const S3RVER = ['exec', '--yes', '--package=s3rver@3.7.1', '--', 's3rver']
/** A real S3 server from npm, fetched when first needed. It knows keys, but does not re-compute signatures of version 4. */
const fetched = spawnSync('npm', [...S3RVER, '--version'], { encoding: 'utf8', timeout: 120_000 })
const why = fetched.status === 0 ? '' : '（s3rver cannot be fetched from the npm registry）'

describe.skipIf(why !== '')(`the storage against a real S3 server${why}`, () => {
  let folder: string
  let server: ChildProcess
  let options: S3Options

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhixi-s3-'))
    const port = await freePort()
    options = { endpoint: `http://127.0.0.1:${port}`, bucket: 'papers', region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' }
    server = spawn('npm', [...S3RVER, '-d', folder, '-a', '127.0.0.1', '-p', String(port), '-s', '--no-vhost-buckets', '--configure-bucket', 'papers'], { detached: true, stdio: 'ignore' })
    await eventually(() => fetch(options.endpoint).then(() => true, () => false), { timeoutMs: 60_000 })
  })
  afterAll(() => {
    // npm starts the server as a child of its own: the whole group ends.
    process.kill(-server.pid!)
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([1, 1000, 1_000_000, 20 * 1024 * 1024 + 28])('%i bytes come back as they went, are replaced, and are erased', async (size) => {
    const storage = openS3(options)
    const name = randomUUID()
    const bytes = new Uint8Array(randomBytes(size))
    await storage.put(name, new Uint8Array([1]))
    await storage.put(name, bytes)
    expect(Buffer.compare((await storage.get(name))!, bytes)).toBe(0)
    await storage.erase(name)
    await storage.erase(name)
    expect(await storage.get(name)).toBeNull()
  })

  test('ten at once do not meet', async () => {
    const storage = openS3(options)
    const names = Array.from({ length: 10 }, () => randomUUID())
    await Promise.all(names.map((name) => storage.put(name, new TextEncoder().encode(name))))
    for (const name of names) expect(new TextDecoder().decode((await storage.get(name))!)).toBe(name)
  })

  test('an unknown key or a bucket that is not there is an error, never a missing file', async () => {
    const name = randomUUID()
    await openS3(options).put(name, new Uint8Array([1]))
    const stranger = openS3({ ...options, keyId: 'somebody else' })
    await expect(stranger.put(name, new Uint8Array([2]))).rejects.toThrow('S3 PUT: 403')
    await expect(stranger.get(name)).rejects.toThrow('S3 GET: 403')
    await expect(stranger.erase(name)).rejects.toThrow('S3 DELETE: 403')
    await expect(openS3({ ...options, bucket: 'elsewhere' }).put(name, new Uint8Array([2]))).rejects.toThrow('S3 PUT: 404')
    await expect(openS3({ ...options, bucket: 'elsewhere' }).get(name)).rejects.toThrow('no such bucket')
    expect(await openS3(options).get(name)).toEqual(new Uint8Array([1]))
  })

  test('no server there is an error', async () => {
    await expect(openS3({ ...options, endpoint: `http://127.0.0.1:${await freePort()}` }).get(randomUUID())).rejects.toThrow()
  })
})

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
