/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { TodoPanel } from '#ui/todo-panel.tsx'
import type { StatusView } from './status-view.ts'

/** Nothing more is to come of this number, or nothing but the letter that says so. */
export function Over({ state, today, number }: StatusView) {
  const again = <Button href="/apply/who">再申请一件</Button>
  if (state.withdrawnOn !== null) {
    return <TodoPanel tone="green" title="您撤回了申请，本局不再办理" action={again}>{nearDate(state.withdrawnOn, today)}撤回。以后需要的时候可以重新申请，期限从头数。</TodoPanel>
  }
  if (state.joinedInto !== null) {
    return <TodoPanel tone="green" title={`这一件并进${state.joinedInto}一起办`}>{number}不再单独办理、单独答复。进度请查{state.joinedInto}，用同一个查询码。</TodoPanel>
  }
  const fee = state.lapsed?.what === 'fee'
  return (
    <TodoPanel tone="amber" kicker={fee ? '逾期没有缴费' : '逾期没有补正'} title="本局不再处理这件申请" action={again}>
      <p>本局会把不再处理的告知书发给您，也放在这里。对它不服的，可以申请复议或者起诉。</p>
      <Cite of={fee ? art('109', 6) : art('711', 30)} form="full" block />
    </TodoPanel>
  )
}
