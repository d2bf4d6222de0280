import { calculateDeadline, DeadlineQuestion } from '#features/calculators/index.ts'
import { formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import { readArgs, required, UsageError, type PureCommand } from './command.ts'
import { printAnswer, readQuestion, stepLines } from './question.ts'

/** The clock of any application, day by day; the same question and answer as `POST /api/v1/calculators/deadline`. */
export const deadlineCommand: PureCommand = {
  name: 'deadline',
  summary: '算答复期限',
  usage: [
    'deadline --received <收到日> [--today <算到哪天>] [--event <事项JSON>…] [--json]',
    `  例：deadline --received 2026-09-24 --event '{"type":"extended","on":"2026-10-20","days":10}'`,
    '  按软件自带的放假安排算；事项的写法见接口文档 /api/v1/reference',
  ].join('\n'),
  needs: 'nothing',
  run(args, now, print) {
    const { values } = readArgs(args, {
      received: { type: 'string' },
      today: { type: 'string' },
      event: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    })
    const typed = {
      receivedOn: required(values.received, '--received'),
      ...(values.today === undefined ? {} : { today: values.today }),
      ...(values.event === undefined ? {} : { events: values.event.map(readEvent) }),
    }
    const question = readQuestion(DeadlineQuestion, typed, { receivedOn: '--received', today: '--today' })
    return printAnswer(calculateDeadline(question, now), values.json === true, print, ({ dueOn, endedOn, working }) => [
      dueOn !== null ? `最晚答复日 ${spoken(dueOn)}` : endedOn === null ? '期限不走' : `${spoken(endedOn)}结束`,
      ...stepLines(working),
    ])
  },
}

function readEvent(text: string, index: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`第${index + 1}个 --event 不是合格的 JSON：${text}`)
  }
}

function spoken(date: string): string {
  return formatDateWithWeekday(date as CivilDate)
}
