import { AppError } from '#platform/errors.ts'
import { pause } from '#platform/queue/time-limit.ts'
import type { Services } from '#store/context.ts'

const LOOK_SECONDS = 0.05
const MOST_LOOKS = 200

/**
 * Waits until everybody who was writing cases at this moment has finished. Such a writer may not have seen the new calendar,
 * and what he writes is not visible yet; whoever begins later sees it (see `noteStaleCalendar`).
 * @throws AppError unavailable when one of them takes longer than ten seconds; nothing has been done then
 */
export async function writersSettled({ sql }: Pick<Services, 'sql'>): Promise<void> {
  const writing = await sql<{ virtualtransaction: string }[]>`
    select distinct virtualtransaction from pg_locks
    where relation = 'case_file'::regclass and database = (select oid from pg_database where datname = current_database())
      and mode = 'RowExclusiveLock' and granted`
  const names = writing.map((row) => row.virtualtransaction)
  for (let look = 0; names.length > 0; look += 1) {
    const left = await sql`select 1 from pg_locks where virtualtransaction in ${sql(names)} limit 1`
    if (left.length === 0) return
    if (look === MOST_LOOKS) throw new AppError('unavailable', '有别的事务还没有结束', { code: 'calendar/writers-busy' })
    await pause(LOOK_SECONDS, new AbortController().signal)
  }
}
