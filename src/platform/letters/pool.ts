import type { LetterAnswer, LetterFault, LetterRequest } from './protocol.ts'
import {
  type LetterCheck,
  LetterPropsError,
  type LetterRenderer,
  LetterRenderError,
  MissingGlyphError,
  type RenderedLetter,
} from './renderer.ts'
import { startThread, type Thread, typescriptLoader } from './thread.ts'

/** Settings of the pool; all but `workerUrl` have defaults. */
export interface LetterPoolOptions {
  /** The entry that calls `serveLetters`, given by main because this floor may not import templates. */
  readonly workerUrl: URL
  /** Plain data for the entry, for example `{ fonts }`. */
  readonly workerData?: unknown
  /** Threads at most; each holds its fonts, about 100 MB. Started when the first letters wait. Default 1. */
  readonly size?: number
  /** Letters after which a thread is replaced, because react-pdf keeps a little of each. Default 100. */
  readonly recycleAfter?: number
  /** Time for one letter. Default 30 s. */
  readonly timeLimitMs?: number
  /** Time for a thread to start and take its first letter. Default 60 s. */
  readonly startLimitMs?: number
  /** Node options of the threads. Default: the loader for TypeScript. */
  readonly execArgv?: readonly string[]
}

interface Job {
  readonly request: LetterRequest
  readonly resolve: (answer: Exclude<LetterAnswer, { kind: 'ready' }>) => void
  readonly reject: (error: Error) => void
}

/** A renderer on worker threads: checks, which a person at the screen waits for, before letters; a thread that hangs or dies takes only its own letter along. */
export function createLetterPool(options: LetterPoolOptions): LetterRenderer {
  const { size = 1, recycleAfter = 100 } = options
  const threadOptions = {
    workerUrl: options.workerUrl,
    workerData: options.workerData,
    execArgv: options.execArgv ?? typescriptLoader(),
    startLimitMs: options.startLimitMs ?? 60_000,
    timeLimitMs: options.timeLimitMs ?? 30_000,
  }
  const waiting: Record<LetterRequest['verb'], Job[]> = { check: [], render: [] }
  const idle: Thread[] = []
  const running = new Set<Promise<void>>()
  let nextId = 1
  let closed = false

  function pump(): void {
    while (running.size < size) {
      const job = waiting.check.shift() ?? waiting.render.shift()
      if (!job) return
      const work = run(idle.pop() ?? startThread(threadOptions), job)
      running.add(work)
      void work.then(() => {
        running.delete(work)
        pump()
      })
    }
  }

  async function run(thread: Thread, job: Job): Promise<void> {
    // An idle thread may have died since its last letter; its letter must not pay for that.
    const worker = thread.alive ? thread : startThread(threadOptions)
    const outcome = await worker.serve(job.request)
    if (outcome.kind === 'answer') job.resolve(outcome.answer)
    else if (outcome.kind === 'timeout') job.reject(new LetterRenderError('timeout', `文书在规定时间内没有排完（${job.request.code}）`))
    else job.reject(new LetterRenderError('crashed', `排文书的线程中断（${job.request.code}）`, { cause: outcome.cause }))
    if (!worker.alive) return
    if (closed || worker.served >= recycleAfter) await worker.end()
    else idle.push(worker)
  }

  function ask(verb: LetterRequest['verb'], code: string, props: unknown) {
    return new Promise<Exclude<LetterAnswer, { kind: 'ready' }>>((resolve, reject) => {
      if (closed) return reject(closedError())
      waiting[verb].push({ request: { id: nextId++, verb, code, props: sendable(props) }, resolve, reject })
      pump()
    })
  }

  return {
    async render(code, props): Promise<RenderedLetter> {
      const answer = await ask('render', code, props)
      if (answer.kind === 'rendered') return answer.value
      throw answer.kind === 'fault' ? errorOf(answer.fault) : new LetterRenderError('failed', `unexpected ${answer.kind}`)
    },
    async check(code, props): Promise<LetterCheck> {
      const answer = await ask('check', code, props)
      if (answer.kind === 'checked') return answer.value
      throw answer.kind === 'fault' ? errorOf(answer.fault) : new LetterRenderError('failed', `unexpected ${answer.kind}`)
    },
    async close() {
      closed = true
      for (const job of [...waiting.check.splice(0), ...waiting.render.splice(0)]) job.reject(closedError())
      await Promise.all(running)
      await Promise.all(idle.splice(0).map((thread) => thread.end()))
    },
  }
}

/** A copy that certainly crosses the thread boundary, and that the caller cannot change while the letter waits. */
function sendable(props: unknown): unknown {
  try {
    return structuredClone(props)
  } catch (error) {
    throw new LetterPropsError('props are not plain data', { cause: error })
  }
}

function closedError(): LetterRenderError {
  return new LetterRenderError('closed', '系统正在停止，文书没有排')
}

function errorOf(fault: LetterFault): Error {
  if (fault.kind === 'missing-glyph') return new MissingGlyphError(fault.message, fault.missing)
  if (fault.kind === 'props') return new LetterPropsError(fault.message)
  const cause = new Error(fault.message)
  if (fault.stack !== undefined) cause.stack = fault.stack
  return new LetterRenderError('failed', `文书没有排成：${fault.message}`, { cause })
}
