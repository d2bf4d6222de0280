import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { refuse } from '#law/refusal.ts'
import type { TableReader } from './table-reader.ts'

const TIME_LIMIT_MS = 60_000
const MEMORY_MB = 700

type Answer = Awaited<ReturnType<TableReader['read']>>

/**
 * Reads each file in a thread of its own: 20,000 lines take seconds, in which pages must still be answered, and a file made to
 * exhaust memory or time ends its thread and nothing else.
 */
export const threadedTableReader: TableReader = {
  read(bytes) {
    return new Promise<Answer>((resolve) => {
      const worker = new Worker(new URL('table-worker.ts', import.meta.url), {
        workerData: { bytes },
        execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
        name: 'table',
      })
      const settle = (answer: Answer) => {
        clearTimeout(timer)
        resolve(answer)
        void worker.terminate()
      }
      const timer = setTimeout(() => settle(refuse('import/too-big-inside', '这个文件读了一分钟还没有读完。请分成几个文件，或者另存为csv再传')), TIME_LIMIT_MS)
      worker.once('message', settle)
      worker.once('error', () => settle(refuse('import/too-big-inside', '这个文件太大，读不下。请分成几个文件，或者另存为csv再传')))
      worker.once('exit', () => settle(refuse('import/damaged', '这个文件坏了，打不开。请用Excel或者WPS打开，另存为xlsx再传')))
    })
  },
}
