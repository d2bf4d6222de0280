import type { Connection } from '#platform/db/connect.ts'
import { pause, within } from '#platform/queue/time-limit.ts'

/** What is known after a round: wait for the next call, go on at once, or wait in full whoever calls. */
export type AfterRound = 'wait' | 'again' | 'rest'

/**
 * Does rounds of `work`, one after another, until stopped: now, whenever the database announces something on `channel`, and every
 * `pollSeconds`, since an announcement reaches only who listens at that moment.
 */
export function wakeOn(
  { sql }: Pick<Connection, 'sql'>,
  { channel, pollSeconds }: { readonly channel: string; readonly pollSeconds: number },
  work: () => Promise<AfterRound>,
): { stop(): Promise<void> } {
  const stop = new AbortController()
  let rung = new AbortController()
  const ring = () => rung.abort()
  const listening = listen()

  /** postgres.js listens again by itself after a lost connection, but not after a first attempt that failed. */
  async function listen() {
    while (!stop.signal.aborted) {
      try {
        return await sql.listen(channel, ring, ring)
      } catch {
        await pause(pollSeconds, stop.signal)
      }
    }
    return null
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      rung = new AbortController()
      const next = await work()
      // Called while it worked: what was announced may have come too late for this round.
      if (next === 'rest' && !stop.signal.aborted) rung = new AbortController()
      if (next !== 'again') await pause(pollSeconds, rung.signal)
    }
  }

  const running = run()
  return {
    async stop() {
      stop.abort()
      rung.abort()
      await running
      const unlisten = listening.then((subscription) => subscription?.unlisten())
      await within(1, 'unlistening', unlisten).catch(() => {})
    },
  }
}
