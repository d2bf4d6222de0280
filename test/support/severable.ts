import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** A way to a server that a test can cut and mend, so that one server plays a healthy and a missing one. */
export interface Severable {
  readonly port: number
  /** Drops every connection and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** Forwards a port of the loopback to `port` on `host`. */
export async function severable(host: string, port: number): Promise<Severable> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, host)
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const own = (server.address() as AddressInfo).port
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  return { port: own, cut, mend: () => listen(own), close: cut }
}
