import { createServer, type Server, type Socket } from 'node:net'
import { EICAR } from './papers.ts'

/** A server that speaks clamd's INSTREAM as clamd(8) says, and knows one virus. */
export interface TestClamd {
  readonly port: number
  /** Sizes of what it was given. */
  readonly scanned: number[]
  stop(): Promise<void>
}

export async function startClamd({ port = 0, limit = 25 * 1024 * 1024 }: { readonly port?: number; readonly limit?: number } = {}): Promise<TestClamd> {
  const scanned: number[] = []
  const server = createServer((socket) => answer(socket, limit, scanned))
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return { port: (server.address() as { port: number }).port, scanned, stop: () => close(server) }
}

function answer(socket: Socket, limit: number, scanned: number[]): void {
  let buffer = Buffer.alloc(0)
  let started = false
  let stream = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data])
    if (!started) {
      const end = buffer.indexOf(0)
      if (end < 0) return
      if (buffer.subarray(0, end).toString() !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0')
      started = true
      buffer = buffer.subarray(end + 1)
    }
    while (buffer.length >= 4) {
      const length = buffer.readUInt32BE(0)
      if (length === 0) {
        scanned.push(stream.length)
        return void socket.end(stream.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
      }
      if (buffer.length < 4 + length) return
      stream = Buffer.concat([stream, buffer.subarray(4, 4 + length)])
      buffer = buffer.subarray(4 + length)
      if (stream.length > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
  })
}

function close(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()))
}
