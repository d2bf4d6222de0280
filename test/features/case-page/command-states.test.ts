import { describe, expect, it } from 'vitest'
import { commandStates } from '#features/case-page/index.ts'
import { mayDo } from '#case/permission.ts'
import { COMMANDS, type Command } from '#case/transitions.ts'
import { day, delivered, given, HANDLER, issued, ISSUER, OFFICER, OTHER_HANDLER, person, REVIEWER, STAGES } from '#test/support/given-case.ts'

const today = day('2026-11-16')
const stateOf = (command: Command, ...args: Parameters<typeof commandStates>) => commandStates(...args).find((one) => one.command === command)!

describe('现在可以做 / 现在不能', () => {
  it('has a line for every command, at every stage, and permits nothing that the case refuses', () => {
    for (const steps of Object.values(STAGES)) {
      const state = given(...steps)
      for (const actor of [OFFICER, HANDLER, REVIEWER, ISSUER]) {
        const lines = commandStates(actor, state, today)
        expect(lines.map(({ command }) => command)).toEqual(Object.keys(COMMANDS))
        for (const line of lines) {
          if (line.allowed) expect(mayDo(line.command, actor, state).ok).toBe(true)
          else expect(line.reason).toBeTruthy()
        }
      }
    }
  })

  it('names who does what one’s roles do not', () => {
    expect(stateOf('issue', HANDLER, given(...STAGES.awaiting_issue), today)).toMatchObject({ allowed: false, because: 'role', reason: '由签发人办' })
    expect(stateOf('deliver', HANDLER, given(...STAGES.issued), today)).toMatchObject({ because: 'role', reason: '由公开办经办人、窗口人员办' })
  })

  it('names the stage that a command waits for, or that is over', () => {
    expect(stateOf('issue', ISSUER, given(...STAGES.drafting), today)).toMatchObject({ because: 'status', reason: '到“待签发”环节才办，现在是“拟稿”' })
    expect(stateOf('accept', OFFICER, given(...STAGES.drafting), today)).toMatchObject({ because: 'status', reason: '“登记”环节已经过了' })
  })

  it('gives the reason of the particular case with its article', () => {
    expect(stateOf('decide', OTHER_HANDLER, given(...STAGES.in_progress), today)).toMatchObject({ because: 'case', code: 'assignment/not-handler', reason: '本案由handler承办，不能定处理决定' })
    expect(stateOf('issue', person(HANDLER.id, ['issuer']), given(...STAGES.awaiting_issue), today)).toMatchObject({ because: 'case', code: 'review/own-draft' })
    const withoutPdf = [...STAGES.awaiting_issue, issued()]
    expect(stateOf('deliver', OFFICER, given(...withoutPdf), today)).toMatchObject({ because: 'case', code: 'delivery/letter-not-ready' })
    expect(stateOf('archive', OFFICER, given(...withoutPdf, delivered()), today)).toMatchObject({ because: 'case', code: 'archive/letter-missing', cite: { instrument: '711', article: 45 } })
  })
})
