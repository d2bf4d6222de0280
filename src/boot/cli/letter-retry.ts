import { SYSTEM } from '#case/actor.ts'
import { retryLetter } from '#features/letters/index.ts'
import { AppError } from '#platform/errors.ts'
import { contextFor } from '#store/context.ts'
import { readArgs, required, type CliCommand } from './command.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Has a letter made that could not be set, once its cause is mended. */
export const letterRetryCommand: CliCommand = {
  name: 'letter retry',
  summary: '重新生成一份生成不了的文书',
  usage: 'letter retry <文书编号>\n  编号见 letter list --failed；运行中的系统接着生成',
  async run(args, { services }, out) {
    const id = required(readArgs(args, {}).positionals[0], '文书编号')
    const outcome = UUID.test(id) ? await retryLetter(contextFor(services, SYSTEM), id).catch(missing) : null
    if (outcome === null) out(`没有编号是${id}的文书`)
    else out(outcome.ok ? '已经排队重新生成' : outcome.refusal.message)
    return outcome?.ok ? 0 : 1
  },
}

function missing(error: unknown): null {
  if (error instanceof AppError && error.kind === 'not_found') return null
  throw error
}
