/** A job as the queue carries it: an address, no content, so that nothing personal lies in the queue. */
export interface QueuedJob {
  /** Neither `:` nor digits alone; a second job of the same id is ignored while the first one waits or runs. */
  readonly id: string
  readonly name: string
  readonly data: Record<string, string | number>
}

/** Does one job. May be called twice for the same job, also at the same time; throws when the job is to be tried again. */
export type Work = (job: QueuedJob) => Promise<void>

/** At-least-once delivery of jobs to one of any number of processes. */
export interface JobQueue {
  /**
   * Adds all of them or throws; never hangs.
   * @throws QueueDown when the backend does not answer in time
   */
  add(jobs: readonly QueuedJob[]): Promise<void>
  /** Begins to take jobs, and goes on after every loss of the connection. At most one call per queue. */
  work(work: Work, concurrency: number): void
  /** Takes no more jobs, waits for the running ones (at most `graceSeconds`) and closes the connections. */
  close(): Promise<void>
}

/** How soon the queue notices things; seconds. */
export interface QueueTiming {
  /** An answer that takes longer counts as none. */
  readonly answer: number
  /** A job whose process gave no sign for so long belongs to nobody. */
  readonly lock: number
  /** Between two looks for such jobs. */
  readonly stalledCheck: number
  /** Before the first repetition of a failed job; doubles each time. */
  readonly backoff: number
  /** What running jobs are given at close. */
  readonly grace: number
}

export const QUEUE_TIMING: QueueTiming = { answer: 5, lock: 20, stalledCheck: 10, backoff: 2, grace: 20 }

/** The backend did not take the jobs; whoever wanted to add them keeps them. */
export class QueueDown extends Error {
  constructor(cause: unknown) {
    super(`queue is down: ${cause instanceof Error ? cause.message : String(cause)}`)
    this.name = 'QueueDown'
  }
}
