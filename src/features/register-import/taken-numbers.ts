import { sql } from 'drizzle-orm'
import { civilDateOf, formatDate } from '#law/civil-date.ts'
import { instant } from '#law/instant.ts'
import type { Queryable } from '#platform/db/connect.ts'

/** Numbers of the list that an authority has cases of, each with the sentence that says since when. */
export async function takenNumbers(tx: Queryable, authorityId: string, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<{ number: string; who: string | null; at: string | null }>(sql`
    select case_file.number, case_event.actor_name as who, case_event.recorded_at::text as at
    from case_file left join case_event on case_event.case_id = case_file.id and case_event.type = 'case_imported'
    where case_file.authority_id = ${authorityId}
      and case_file.number in (select value from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`)
  return new Map([...rows].map(({ number, who, at }) => [number, at === null ? '系统里已经有这个编号的案件，不能再导入' : `${formatDate(civilDateOf(instant(iso(at))))}已经由${who}导入过，不能再导入`]))
}

/** `2026-11-21 02:00:00+00` as PostgreSQL writes it in UTC. */
function iso(text: string): string {
  const [day, time = '00:00:00'] = text.replace(/\+00(:00)?$/, '').split(/[ T]/)
  return `${day}T${time.slice(0, 8)}.000Z`
}
