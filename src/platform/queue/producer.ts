import type { Adding, Backend, Client } from './backend.ts'
import { QueueDown, type QueuedJob, type QueueTiming } from './port.ts'
import { within } from './time-limit.ts'

export interface Producer {
  add(jobs: readonly QueuedJob[]): Promise<void>
  close(): Promise<void>
}

/**
 * Adds jobs. BullMQ keeps a failed start for ever, so a client that does not become ready is thrown away and the next
 * call opens another one.
 */
export function createProducer(backend: Backend, timing: QueueTiming, warn: (error: unknown) => void): Producer {
  let opening: Promise<Client<Adding>> | null = null

  function ready(): Promise<Client<Adding>> {
    opening ??= open().catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }

  async function open(): Promise<Client<Adding>> {
    const client = backend.queue()
    client.bull.on('error', warn)
    try {
      await within(timing.answer, 'opening the queue', client.bull.waitUntilReady())
      return client
    } catch (error) {
      client.cut()
      throw error
    }
  }

  return {
    async add(jobs) {
      if (jobs.length === 0) return
      try {
        const { bull } = await ready()
        const entries = jobs.map(({ id, name, data }) => ({ name, data, opts: { jobId: id } }))
        await within(timing.answer, 'adding jobs', bull.addBulk(entries))
      } catch (error) {
        throw new QueueDown(error)
      }
    },
    async close() {
      const client = await opening?.catch(() => null)
      if (!client) return
      await within(timing.answer, 'closing the queue', client.bull.close()).catch(warn)
      client.cut()
    },
  }
}
