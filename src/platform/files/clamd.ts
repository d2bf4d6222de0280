import { connect, type Socket } from 'node:net'
import type { ScanResult, VirusScanner } from './port.ts'

/** Where clamd listens: `host:port`, or the path of its socket. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string }

/** Null for what is no address. */
export function readClamdAddress(text: string): ClamdAddress | null {
  if (text.startsWith('/')) return { path: text }
  const parts = /^(\[[0-9a-f:]+\]|[^:\s/]+):(\d{1,5})$/i.exec(text)
  if (!parts || Number(parts[2]) > 65535) return null
  return { host: parts[1]!.replace(/^\[|\]$/g, ''), port: Number(parts[2]) }
}

const CHUNK = 64 * 1024
/** An answer is one line. */
const LONGEST_ANSWER = 4096

/** ClamAV's daemon by its INSTREAM command (clamd(8)): chunks with their length before them, an empty one at the end. */
export function clamdScanner(address: ClamdAddress, { seconds = 20 }: { readonly seconds?: number } = {}): VirusScanner {
  return {
    async scan(bytes) {
      const answer = await ask(address, bytes, seconds)
      if (/^stream: OK$/.test(answer)) return { clean: true }
      const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1]
      if (finding !== undefined) return { clean: false, finding: finding.replace(/[^\x20-\x7e]/g, '?').slice(0, 200) } satisfies ScanResult
      throw new Error(`clamd: ${answer.replace(/[^\x20-\x7e]/g, '?').slice(0, 80) || 'no answer'}`)
    },
  }
}

function ask(address: ClamdAddress, bytes: Uint8Array, seconds: number): Promise<string> {
  return new Promise((answered, fail) => {
    const socket = connect(address)
    const late = setTimeout(() => socket.destroy(new Error('clamd: too slow')), seconds * 1000)
    let answer = ''
    let broken: Error | null = null
    socket.on('connect', () => send(socket, bytes))
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text
      if (answer.includes('\0') || answer.length > LONGEST_ANSWER) socket.destroy()
    })
    // clamd answers and closes as soon as it has read enough, so writing may fail while the answer is there.
    socket.on('error', (error) => (broken = error))
    socket.on('close', () => {
      clearTimeout(late)
      const line = answer.split('\0', 1)[0]!.trim()
      if (line !== '') answered(line)
      else fail(broken ?? new Error('clamd: closed without an answer'))
    })
  })
}

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK)
    socket.write(lengthOf(chunk.length))
    socket.write(chunk)
  }
  socket.write(lengthOf(0))
}

function lengthOf(length: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}
