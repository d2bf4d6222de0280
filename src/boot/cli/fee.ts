import { calculateFee, FeeQuestion } from '#features/calculators/index.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { readArgs, required, UsageError, type PureCommand } from './command.ts'
import { numberOf, printAnswer, readQuestion, stepLines } from './question.ts'

const OPTIONS = { receivedOn: '--received', ordinalInMonth: '--per-case', cases: '--cases', pages: '--per-page' }

/** The 信息处理费; the same question and answer as `POST /api/v1/calculators/fee`. */
export const feeCommand: PureCommand = {
  name: 'fee',
  summary: '算信息处理费',
  usage: ['fee --per-case <本月第几件> [--cases <几件>] --received <收到日> [--json]', 'fee --per-page <几页> --received <收到日> [--json]'].join('\n      '),
  needs: 'nothing',
  run(args, _now, print) {
    const { values } = readArgs(args, {
      'per-case': { type: 'string' },
      'per-page': { type: 'string' },
      cases: { type: 'string' },
      received: { type: 'string' },
      json: { type: 'boolean' },
    })
    const { 'per-case': ordinal, 'per-page': pages, cases } = values
    if ((ordinal === undefined) === (pages === undefined)) throw new UsageError('--per-case 和 --per-page 要写一个，也只能写一个')
    const receivedOn = required(values.received, '--received')
    const shared = { receivedOn, ...(cases === undefined ? {} : { cases: numberOf(cases) }) }
    const typed = pages === undefined ? { basis: 'per_case', ordinalInMonth: numberOf(ordinal), ...shared } : { basis: 'per_page', pages: numberOf(pages), ...shared }
    return printAnswer(calculateFee(readQuestion(FeeQuestion, typed, OPTIONS)), values.json === true, print, ({ amountFen, working }) => [
      `信息处理费 ${formatYuan(amountFen)}`,
      ...stepLines(working),
    ])
  },
}
