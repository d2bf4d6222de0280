import { readFile } from 'node:fs/promises'
import { SYSTEM } from '#case/actor.ts'
import { changeCalendar, previewChange, recomputeOpenCases, readImport, type ChangePreview } from '#features/calendar/index.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { AppError } from '#platform/errors.ts'
import { contextFor } from '#store/context.ts'
import { readArgs, required, type CliCommand } from './command.ts'

/** Imports a file in the published shape; `--dry-run` shows the preview only. Ends when the open cases are recomputed. */
export const calendarImportCommand: CliCommand = {
  name: 'calendar import',
  summary: '导入放假安排，重新计算在办案件',
  usage: 'calendar import <文件.json> [--dry-run]\n  文件是公布的格式：{"2027": {"notice": […], "off": […], "work": […]}}',
  async run(args, { services }, out) {
    const { values, positionals } = readArgs(args, { 'dry-run': { type: 'boolean' } })
    const read = readImport(await readFile(required(positionals[0], '文件'), 'utf8'))
    if (!read.ok) {
      for (const { message } of read.errors) out(message)
      return 1
    }
    try {
      const preview = await previewChange(contextFor(services, SYSTEM), read.request)
      tell(preview, out)
      if (preview.plan.unchanged || values['dry-run'] === true) return 0
      const outcome = await changeCalendar(contextFor(services, SYSTEM), read.request, preview.digest)
      if (!outcome.ok) {
        out(outcome.refusal.message)
        return 1
      }
      await recomputeOpenCases(services, outcome.revision, {
        afterBatch: ({ revision, looked, changed, done }) => {
          if (revision === outcome.revision) out(`${done ? '算完了，' : ''}看了${looked}件，改了${changed}件`)
        },
      })
      return 0
    } catch (error) {
      if (!(error instanceof AppError) || !error.options.fields) throw error
      for (const one of error.options.fields) out(read.told(one))
      return 1
    }
  },
}

function tell({ plan, days, total, moved }: ChangePreview, out: (line: string) => void): void {
  if (plan.unchanged) return out('日历已经是这样，没有要改的')
  out(plan.reason)
  for (const warning of plan.warnings) out(`请核对：${warning}`)
  for (const { date, after } of days) out(`  ${formatDateWithWeekday(date)}改为${after.working ? '上班' : `放假${after.name === null ? '' : `（${after.name}）`}`}`)
  out(`${total}件在办案件要重新计算，其中${moved}件的最晚答复日会变`)
}
