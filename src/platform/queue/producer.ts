import type { Backend, QueueClient } from './backend.ts'
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
  let opening: Promise<QueueClient> | null = null

  function ready(): Promise<QueueClient> {
    opening ??= open().catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }

  async function open(): Promise<QueueClient> {
    const queue = backend.queue()
    queue.on('error', warn)
    try {
      await within(timing.answer, 'opening the queue', queue.waitUntilReady())
      return queue
    } catch (error) {
      void shut(queue, timing, warn)
      throw error
    }
  }

  return {
    async add(jobs) {
      if (jobs.length === 0) return
      try {
        const queue = await ready()
        const entries = jobs.map(({ id, name, data }) => ({ name, data, opts: { jobId: id } }))
        await within(timing.answer, 'adding jobs', queue.addBulk(entries))
      } catch (error) {
        throw new QueueDown(error)
      }
    },
    async close() {
      const queue = await opening?.catch(() => null)
      if (queue) await shut(queue, timing, warn)
    },
  }
}

/** Closes politely, or cuts the connection where the backend is away. */
async function shut(queue: QueueClient, timing: QueueTiming, warn: (error: unknown) => void): Promise<void> {
  try {
    await within(timing.answer, 'closing the queue', queue.close())
  } catch (error) {
    warn(error)
    await within(timing.answer, 'cutting the queue', queue.disconnect()).catch(warn)
  }
}
