import { Worker } from 'node:worker_threads'
import { typescriptLoader } from '../letters/thread.ts'
import type { Inspected } from './port.ts'

/** Opens one PDF after the other on a thread of its own. */
export interface PdfThread {
  read(bytes: Uint8Array): Promise<Inspected>
  close(): Promise<void>
}

interface Limits {
  readonly seconds: number
  /** Growth of the whole process while one PDF is open. */
  readonly megabytes: number
  /** The thread is replaced after so many. */
  readonly files: number
  /** Seconds without work after which the thread ends. */
  readonly idleSeconds: number
}

const LIMITS: Limits = { seconds: 20, megabytes: 600, files: 50, idleSeconds: 60 }
const LOOK_EVERY_MS = 25
const BROKEN: Inspected = { ok: false, fault: 'broken' }

/** A PDF that takes too long or too much memory counts as broken; its thread is ended and the next one gets a new one. */
export function openPdfThread(given: Partial<Limits> = {}, workerUrl: URL = new URL('./pdf-worker.ts', import.meta.url)): PdfThread {
  const limits = { ...LIMITS, ...given }
  let worker: Worker | null = null
  let served = 0
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const end = async () => {
    const old = worker
    worker = null
    await old?.terminate()
  }
  const start = () => {
    served = 0
    const fresh = new Worker(workerUrl, { execArgv: [...typescriptLoader()], resourceLimits: { maxOldGenerationSizeMb: 512 } })
    fresh.on('error', () => {})
    return fresh
  }

  const serve = async (bytes: Uint8Array): Promise<Inspected> => {
    clearTimeout(idle)
    worker ??= start()
    const found = await once(worker, bytes, limits)
    served += 1
    if (found === null || served >= limits.files) await end()
    else idle = setTimeout(() => void end(), limits.idleSeconds * 1000).unref()
    return found ?? BROKEN
  }

  return {
    read(bytes) {
      const turn = last.then(() => serve(bytes))
      last = turn.catch(() => {})
      return turn
    },
    async close() {
      await last
      clearTimeout(idle)
      await end()
    },
  }
}

/** Null when the thread died or had to be ended. */
function once(worker: Worker, bytes: Uint8Array, { seconds, megabytes }: Limits): Promise<Inspected | null> {
  return new Promise((done) => {
    const before = process.memoryUsage.rss()
    const finish = (found: Inspected | null) => {
      clearInterval(looking)
      clearTimeout(late)
      worker.off('message', finish).off('exit', died).off('error', died)
      worker.unref()
      done(found)
    }
    const died = () => finish(null)
    const looking = setInterval(() => process.memoryUsage.rss() - before > megabytes * 1024 * 1024 && died(), LOOK_EVERY_MS)
    const late = setTimeout(died, seconds * 1000)
    worker.ref()
    worker.on('message', finish).on('exit', died).on('error', died)
    worker.postMessage(bytes)
  })
}
