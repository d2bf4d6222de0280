import { calculateRemedy, RemedyQuestion } from '#features/calculators/index.ts'
import { formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import { readArgs, required, type PureCommand } from './command.ts'
import { printAnswer, readQuestion, stepLines } from './question.ts'

const ROUTES = { reconsideration_first: '先申请行政复议', choice: '可以复议，也可以直接起诉', none: '没有可以复议或者起诉的决定' } as const

/** Remedies and their last days; the same question and answer as `POST /api/v1/calculators/remedy`. */
export const remedyCommand: PureCommand = {
  name: 'remedy',
  summary: '算复议诉讼期限',
  usage: 'remedy --decision <处理决定代码> --issued <作出日期> [--delivered <收到日期>] [--electronic] [--json]',
  needs: 'nothing',
  run(args, now, print) {
    const { values } = readArgs(args, {
      decision: { type: 'string' },
      issued: { type: 'string' },
      delivered: { type: 'string' },
      electronic: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const typed = {
      decision: required(values.decision, '--decision'),
      issuedOn: required(values.issued, '--issued'),
      ...(values.delivered === undefined ? {} : { deliveredOn: values.delivered }),
      ...(values.electronic ? { electronic: true } : {}),
    }
    const question = readQuestion(RemedyQuestion, typed, { decision: '--decision', issuedOn: '--issued', deliveredOn: '--delivered' })
    return printAnswer(calculateRemedy(question, now), values.json === true, print, ({ route, reconsiderationBy, litigationBy, clause, working }) => [
      ROUTES[route],
      ...(reconsiderationBy === null ? [] : [`申请行政复议最晚 ${spoken(reconsiderationBy)}`]),
      ...(litigationBy === null ? [] : [`提起行政诉讼最晚 ${spoken(litigationBy)}`]),
      ...(clause === null ? [] : [`答复书会写：${clause}`]),
      ...stepLines(working),
    ])
  },
}

function spoken(date: string): string {
  return formatDateWithWeekday(date as CivilDate)
}
