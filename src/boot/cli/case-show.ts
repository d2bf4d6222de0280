import { and, eq } from 'drizzle-orm'
import { formatCitation } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { STATUSES } from '#case/status.ts'
import { today } from '#platform/clock.ts'
import { caseClock } from '#store/case-row.ts'
import { loadCaseById } from '#store/case-store.ts'
import { calendarFor } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { readArgs, required, type CliCommand } from './command.ts'

/** Shows one case with its clock, working and events; no personal data. */
export const caseShowCommand: CliCommand = {
  name: 'case show',
  summary: '显示一件案件：环节、期限及算法、经过',
  usage: 'case show <申请编号> [--authority <机关编号>] [--json]',
  async run(args, { services }, out) {
    const { values, positionals } = readArgs(args, { authority: { type: 'string' }, json: { type: 'boolean' } })
    const number = required(positionals[0], '申请编号')
    const rows = await services.db
      .select({ id: caseFile.id, authorityId: caseFile.authorityId })
      .from(caseFile)
      .where(and(eq(caseFile.number, number), values.authority ? eq(caseFile.authorityId, values.authority) : undefined))
    if (rows.length === 0) {
      out(`没有编号是${number}的案件`)
      return 1
    }
    for (const { id, authorityId } of rows) {
      const { row, state, events } = await loadCaseById(services.db, id)
      const clock = caseClock(state, events, today(services.clock), calendarFor(services, authorityId))
      if (values.json) {
        out(JSON.stringify({ authorityId, number, status: state.status, clock, events }, null, 2))
        continue
      }
      out(`${number}  ${row.subject}`)
      out(`机关 ${authorityId}  环节 ${STATUSES[state.status]}  承办 ${state.handlerName ?? '未分办'}`)
      out(`收到 ${formatDateWithWeekday(state.receivedOn)}  最晚答复 ${clock.dueOn ? formatDateWithWeekday(clock.dueOn) : '期限不走'}${clock.overdue ? '（超期）' : ''}`)
      for (const step of clock.working) out(`  ${step.text}${step.cite ? ` | ${formatCitation(step.cite, 'short')}` : ''}`)
      for (const one of events) out(`  ${String(one.seq).padStart(3)} ${one.event.on} ${one.event.type} ${one.actorName}`)
    }
    return 0
  },
}
