import { threadId } from 'node:worker_threads'
import { serveLetters } from '#platform/letters/worker.ts'

/** A worker entry that does what the letter code says, to see what the pool makes of it. */
let count = 0

serveLetters({
  async render(code, props) {
    count += 1
    if (code === 'hang') await new Promise(() => setInterval(() => {}, 1000))
    if (code === 'spin') for (;;) count += 1
    if (code === 'exit') process.exit(3)
    if (code === 'throw-later') {
      setImmediate(() => {
        throw new Error('loose end')
      })
      await new Promise(() => {})
    }
    if (code === 'fail') throw new Error('no ink')
    // `sha256` tells the test which thread answered and how often it had.
    return { bytes: new TextEncoder().encode(JSON.stringify(props)), sha256: `${threadId}:${count}`, pages: 1 }
  },
  check: async () => ({ missingGlyphs: [], missingParts: [{ field: 'facts', message: 'nothing said', article: '36条' }] }),
  fault(error) {
    return error instanceof Error && error.message === 'no ink' ? null : { kind: 'props', message: String(error) }
  },
})
