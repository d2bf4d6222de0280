import type { Job } from 'bullmq'
import type { Backend, Client, Working } from './backend.ts'
import type { QueueTiming, Work } from './port.ts'
import { pause, within } from './time-limit.ts'

export interface Consumer {
  close(): Promise<void>
}

/** Seconds to leave a failing backend alone. */
const REST = 1

/** Runs jobs until closed. Opens the worker again and again while the backend is away. */
export function createConsumer(
  backend: Backend,
  work: Work,
  concurrency: number,
  timing: QueueTiming,
  warn: (error: unknown) => void,
): Consumer {
  const stop = new AbortController()
  const running = new Set<Promise<void>>()
  const process = (job: Job) => {
    const one = work({ id: String(job.id), name: job.name, data: job.data })
    running.add(one)
    return one.finally(() => running.delete(one))
  }

  async function open(): Promise<Client<Working> | null> {
    while (!stop.signal.aborted) {
      const client = backend.worker(process, concurrency)
      const { bull } = client
      restOnError(bull, stop.signal, warn)
      try {
        await within(timing.answer, 'opening the worker', bull.waitUntilReady())
        bull.run().catch(warn)
        return client
      } catch (error) {
        warn(error)
        client.cut()
        await pause(REST, stop.signal)
      }
    }
    return null
  }

  const opened = open()
  return {
    async close() {
      stop.abort()
      const client = await opened
      if (!client) return
      // Takes no more jobs from here on. It would also wait for a backend that is away to hear how the last ones ended.
      const closing = client.bull.close()
      closing.catch(() => {}) // Awaited below, perhaps after it has failed.
      await within(timing.grace, 'waiting for running jobs', settled(running)).catch(warn)
      await within(timing.answer, 'closing the worker', closing).catch(warn)
      client.cut()
    },
  }
}

async function settled(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running)
}

/** BullMQ's loop asks again at once after most errors: let it rest, or it would fill the log and a processor. */
function restOnError(worker: Working, stop: AbortSignal, warn: (error: unknown) => void): void {
  let resting = false
  worker.on('error', (error) => {
    warn(error)
    if (resting || stop.aborted || !worker.isRunning()) return
    resting = true
    void worker
      .pause(true)
      .then(() => pause(REST, stop))
      .then(() => (stop.aborted ? undefined : worker.resume()))
      .catch(warn)
      .finally(() => (resting = false))
  })
}
