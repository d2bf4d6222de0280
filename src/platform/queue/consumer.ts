import type { Job } from 'bullmq'
import type { Backend, WorkerClient } from './backend.ts'
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
  const process = (job: Job) => work({ id: String(job.id), name: job.name, data: job.data })

  async function open(): Promise<WorkerClient | null> {
    while (!stop.signal.aborted) {
      const worker = backend.worker(process, concurrency)
      restOnError(worker, stop.signal, warn)
      try {
        await within(timing.answer, 'opening the worker', worker.waitUntilReady())
        worker.run().catch(warn)
        return worker
      } catch (error) {
        warn(error)
        await cut(worker, timing, warn)
        await pause(REST, stop.signal)
      }
    }
    return null
  }

  const opened = open()
  return {
    async close() {
      stop.abort()
      const worker = await opened
      if (!worker) return
      await within(timing.grace, 'waiting for running jobs', worker.close()).catch(async (error: unknown) => {
        warn(error)
        await cut(worker, timing, warn)
      })
    },
  }
}

/** BullMQ's loop asks again at once after most errors: let it rest, or it would fill the log and a processor. */
function restOnError(worker: WorkerClient, stop: AbortSignal, warn: (error: unknown) => void): void {
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

async function cut(worker: WorkerClient, timing: QueueTiming, warn: (error: unknown) => void): Promise<void> {
  await within(timing.answer, 'closing the worker', worker.close(true)).catch(warn)
  await within(timing.answer, 'cutting the worker', Promise.resolve(worker.disconnect())).catch(warn)
}
