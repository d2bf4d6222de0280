import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { LetterAnswer, LetterRequest } from './protocol.ts'

/** How threads are started and when they are given up. */
export interface ThreadOptions {
  readonly workerUrl: URL
  readonly workerData: unknown
  readonly execArgv: readonly string[]
  readonly startLimitMs: number
  readonly timeLimitMs: number
}

/** What became of one request: an answer, or why there will be none. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Exclude<LetterAnswer, { kind: 'ready' }> }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crashed'; readonly cause: unknown }

/** One worker thread that serves one request at a time. */
export interface Thread {
  /** Requests served so far. */
  readonly served: number
  /** False once the thread has ended; it serves nothing more. */
  readonly alive: boolean
  serve(request: LetterRequest): Promise<Outcome>
  end(): Promise<void>
}

/** Loader that lets a thread read TypeScript, found from here so that the working folder does not matter. */
export function typescriptLoader(): readonly string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}

/** Starts a thread. It keeps the process alive only while it serves. */
export function startThread(options: ThreadOptions): Thread {
  const { workerUrl, workerData, execArgv, startLimitMs, timeLimitMs } = options
  const worker = new Worker(workerUrl, { workerData, execArgv: [...execArgv], name: 'letters' })
  worker.unref()
  let alive = true
  let ready = false
  let timedOut = false
  let cause: unknown = null
  let served = 0
  let settle: ((outcome: Outcome) => void) | null = null
  let timer: NodeJS.Timeout | undefined

  const finish = (outcome: Outcome): void => {
    clearTimeout(timer)
    worker.unref()
    settle?.(outcome)
    settle = null
  }
  const watch = (): void => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, ready ? timeLimitMs : startLimitMs)
  }
  const giveUp = (): void => {
    timedOut = true
    alive = false
    void worker.terminate()
  }

  worker.on('message', (answer: LetterAnswer) => {
    if (answer.kind === 'ready') {
      ready = true
      // Starting the thread and reading the compiler is not the letter's time.
      if (settle !== null) watch()
      return
    }
    served += 1
    finish({ kind: 'answer', answer })
  })
  worker.on('error', (error) => {
    alive = false
    cause = error
  })
  worker.on('exit', (code) => {
    alive = false
    finish(timedOut ? { kind: 'timeout' } : { kind: 'crashed', cause: cause ?? new Error(`thread ended with code ${code}`) })
  })

  return {
    get served() {
      return served
    },
    get alive() {
      return alive
    },
    serve(request) {
      return new Promise((resolve) => {
        settle = resolve
        worker.ref()
        watch()
        worker.postMessage(request)
      })
    },
    async end() {
      alive = false
      await worker.terminate()
    },
  }
}
