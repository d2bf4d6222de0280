import { once } from 'node:events'
import { StartError, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'

/** Starts the database in a process of its own, so that a test can kill it. A line on stdin stops it in order. */
async function main([dataDir = '', shelter = '']: readonly string[]): Promise<void> {
  const say = (said: object) => console.log(JSON.stringify(said))
  try {
    const running = await startEmbeddedPostgres({ dataDir, shelter, waitMs: 300, log: (log) => say({ log }) })
    say({ url: running.url })
    await once(process.stdin, 'data')
    await running.stop()
  } catch (error) {
    say({ refused: error instanceof StartError ? error.message : `not a sentence: ${String(error)}` })
  }
  process.stdin.destroy()
}

void main(process.argv.slice(2))
