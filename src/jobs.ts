import { expiredSignIns } from '#features/accounts/index.ts'
import { calendarHandlers } from '#features/calendar/recompute.handler.ts'
import { lettersWithoutJob } from '#features/letters/index.ts'
import { renderLetter } from '#features/letters/render-letter.handler.ts'
import { renderLetterJob } from '#features/letters/render-letter.job.ts'
import { messagesAfterQuietHours, messagesWithoutJob, NO_SENDERS, type Senders } from '#features/messages/index.ts'
import { messageHandlers } from '#features/messages/messages.handler.ts'
import { uploadsLeftBehind, uploadsOfExpiredDrafts, uploadsWithoutJob } from '#features/uploads/index.ts'
import { uploadHandlers } from '#features/uploads/uploads.handler.ts'
import { overduePendingReceipts } from '#features/pending-receipts/index.ts'
import { expiredRegisters } from '#features/register-import/index.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import type { QueueTiming } from '#platform/queue/port.ts'
import { createQueue } from '#platform/queue/queue.ts'
import { pause } from '#platform/queue/time-limit.ts'
import type { Services } from '#store/context.ts'
import { expiredApplicationDrafts, expiredIdempotencyKeys, expiredRateWindows } from '#store/expired-rows.ts'
import { startRelay } from '#store/outbox-relay.ts'
import { handle, runOutboxRow, type JobHandlers } from '#store/outbox-run.ts'
import { lostDispatches, runSweep, type SweepResult, type SweepTask } from '#store/outbox-sweep.ts'

export interface JobsOptions {
  readonly services: Services
  readonly letters: Pick<LetterRenderer, 'render'>
  /** Mail server and SMS gateway; without them messages stay on the outbox page. */
  readonly senders?: Senders
  readonly databaseUrl: string
  /** Redis carries the jobs where it is given, PostgreSQL otherwise. */
  readonly redisUrl?: string | undefined
  /** Jobs at once in this process. */
  readonly concurrency?: number
  readonly timing?: Partial<QueueTiming>
}

/** Every job of the system and who does it. */
export function jobHandlers({ letters, senders = NO_SENDERS }: Pick<JobsOptions, 'letters' | 'senders'>): JobHandlers {
  return new Map([handle(renderLetterJob, renderLetter(letters)), ...calendarHandlers, ...uploadHandlers, ...messageHandlers(senders)])
}

const SWEEP_TASKS: readonly SweepTask[] = [
  lettersWithoutJob, messagesAfterQuietHours, messagesWithoutJob, lostDispatches, expiredIdempotencyKeys, expiredApplicationDrafts, expiredRegisters, expiredRateWindows, expiredSignIns,
  overduePendingReceipts, uploadsLeftBehind, uploadsOfExpiredDrafts, uploadsWithoutJob,
]
const SWEEP_SECONDS = 60

/** Repairs what was missed, or on a dry run tells what it would repair. */
export function sweep(services: Services, options: { readonly dryRun?: boolean } = {}): Promise<SweepResult[]> {
  return runSweep(services, SWEEP_TASKS, options)
}

/** Relay, worker and sweep of one process; any number of such processes may run. `stop` waits for running jobs. */
export async function startJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const { services, databaseUrl, redisUrl, timing = {}, concurrency = 4 } = options
  const handlers = jobHandlers(options)
  const queue = createQueue({ databaseUrl, redisUrl, log: services.log, timing })
  queue.work(({ data }) => runOutboxRow(services, handlers, Number(data['outboxId'])), concurrency)
  const relay = startRelay(services, queue)
  const stop = new AbortController()
  const sweeping = sweepUntil(services, stop.signal)
  return {
    async stop() {
      stop.abort()
      await Promise.all([relay.stop(), sweeping])
      await queue.close()
    },
  }
}

async function sweepUntil(services: Services, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    for (const { name, found, failure } of await sweep(services)) {
      if (failure) services.log.error('sweep', { task: name, failure })
      else if (found.length > 0) services.log.info('sweep', { task: name, found: found.length })
    }
    await pause(SWEEP_SECONDS, stop)
  }
}
