import { parentPort } from 'node:worker_threads'
import type { LetterAnswer, LetterFault, LetterRequest } from './protocol.ts'
import type { LetterCheck, RenderedLetter } from './renderer.ts'

/** What a thread can do. `fault` names errors that mean something to the caller; all others are `failed`. */
export interface LetterHandlers {
  render(code: string, props: unknown): Promise<RenderedLetter>
  check(code: string, props: unknown): Promise<LetterCheck>
  fault(error: unknown): LetterFault | null
}

/** Serves requests of the pool, one after the other; to be called once by a worker entry. */
export function serveLetters(handlers: LetterHandlers): void {
  const port = parentPort
  if (port === null) throw new Error('serveLetters belongs in a worker thread')
  port.on('message', (request: LetterRequest) => {
    void answer(handlers, request).then((reply) => {
      const own = reply.kind === 'rendered' ? [reply.value.bytes.buffer as ArrayBuffer] : []
      port.postMessage(reply, own)
    })
  })
  port.postMessage({ kind: 'ready' } satisfies LetterAnswer)
}

async function answer(handlers: LetterHandlers, { id, verb, code, props }: LetterRequest): Promise<LetterAnswer> {
  try {
    if (verb === 'check') return { kind: 'checked', id, value: await handlers.check(code, props) }
    return { kind: 'rendered', id, value: await handlers.render(code, props) }
  } catch (error) {
    return { kind: 'fault', id, fault: handlers.fault(error) ?? failed(error) }
  }
}

function failed(error: unknown): LetterFault {
  if (!(error instanceof Error)) return { kind: 'failed', message: String(error) }
  return { kind: 'failed', message: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) }
}
