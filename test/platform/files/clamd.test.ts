import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clamdScanner, readClamdAddress } from '#platform/files/clamd.ts'
import { startClamd, type TestClamd } from '#test/support/clamd.ts'
import { EICAR, pdf } from '#test/support/papers.ts'

let clamd: TestClamd
beforeAll(async () => {
  clamd = await startClamd({ limit: 3_000_000 })
})
afterAll(() => clamd.stop())

const scanner = () => clamdScanner({ host: '127.0.0.1', port: clamd.port })

test('a clean file is clean, whatever its size, and every byte of it was looked at', async () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 2_000_000]) {
    expect(await scanner().scan(new Uint8Array(size).fill(1))).toEqual({ clean: true })
    expect(clamd.scanned.at(-1)).toBe(size)
  }
})

test('EICAR is found, alone and inside a PDF', async () => {
  expect(await scanner().scan(new TextEncoder().encode(EICAR))).toEqual({ clean: false, finding: 'Eicar-Signature' })
  expect(await scanner().scan(pdf(1, { note: EICAR }))).toEqual({ clean: false, finding: 'Eicar-Signature' })
})

test('a file that clamd finds too large is not called clean', async () => {
  await expect(scanner().scan(new Uint8Array(3_500_000))).rejects.toThrow('size limit')
})

test('nobody there: an error', async () => {
  const gone = await startClamd()
  await gone.stop()
  await expect(clamdScanner({ host: '127.0.0.1', port: gone.port }).scan(new Uint8Array(10))).rejects.toThrow('ECONNREFUSED')
})

type Answer = (socket: Socket) => void

const ODD: readonly (readonly [string, Answer])[] = [
  ['closes at once', (socket) => void socket.end()],
  ['breaks the connection', (socket) => void socket.resetAndDestroy()],
  ['talks nonsense', (socket) => void socket.end('HTTP/1.1 200 stream: OK\r\n\0')],
  ['says OK in the middle', (socket) => void socket.end('stream: OK FOUND perhaps\0')],
  ['never stops talking', (socket) => void socket.write('x'.repeat(10_000))],
]

describe('a server that misbehaves is never taken for a clean answer', () => {
  const servers: Server[] = []
  afterAll(() => servers.forEach((server) => server.close()))
  const serve = async (answer: Answer, path?: string): Promise<Server> => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      answer(socket)
    })
    servers.push(server)
    await new Promise<void>((ready) => (path === undefined ? server.listen(0, '127.0.0.1', ready) : server.listen(path, ready)))
    return server
  }
  const at = async (answer: Answer): Promise<{ host: string; port: number }> => ({ host: '127.0.0.1', port: ((await serve(answer)).address() as AddressInfo).port })

  test.each(ODD)('one that %s', async (_name, answer) => {
    await expect(clamdScanner(await at(answer)).scan(new Uint8Array(100_000))).rejects.toThrow()
  })

  test('one that says nothing, after the time limit', async () => {
    await expect(clamdScanner(await at(() => {}), { seconds: 0.2 }).scan(new Uint8Array(10))).rejects.toThrow('too slow')
  })

  test('a unix socket works as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhixi-clamd-'))
    const path = join(folder, 'clamd.sock')
    await serve((socket) => socket.on('data', () => socket.end('stream: OK\0')), path)
    expect(await clamdScanner({ path }).scan(new Uint8Array(10))).toEqual({ clean: true })
    await rm(folder, { recursive: true })
  })
})

test.each([
  ['localhost:3310', { host: 'localhost', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['localhost', null],
  ['localhost:99999', null],
  ['', null],
])('the address %j', (text, address) => {
  expect(readClamdAddress(text)).toEqual(address)
})
