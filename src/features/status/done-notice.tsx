/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { nearDate } from '#ui/clock/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import type { StatusView } from './status-view.ts'

/** What was just done here, and what follows from it; nothing where the case does not bear it out. */
export function DoneNotice({ done, ...view }: StatusView & { readonly done: string | null }) {
  const said = done === null ? null : saying(done, view)
  return said && <Notice tone="green" title={said.title} live><p>{said.text}</p></Notice>
}

function saying(done: string, { correction, clock, state, today, papers }: StatusView): { readonly title: string; readonly text: string } | null {
  if (done === 'correct' && correction?.receivedOn != null) {
    const due = clock.dueOn === null ? '' : `，最晚${nearDate(clock.dueOn, today)}答复${clock.provisional ? '（推算）' : ''}`
    return { title: '收到您的补正了', text: `答复期限从${nearDate(correction.receivedOn, today)}收到补正的第二天起重新数${due}。` }
  }
  if (done === 'correct' && correction?.late != null) return { title: '收到您逾期的补正了', text: '答复期限没有自己恢复，要等本局看您的理由是不是正当。' }
  if (done === 'withdraw' && state.withdrawnOn !== null) return { title: '撤回好了', text: '答复期限到此为止，不用您再做什么。' }
  if (done === 'confirm' && state.deliveryConfirmedOn !== null) return { title: '记下了您收到答复的日子', text: `${nearDate(state.deliveryConfirmedOn, today)}。` }
  if (done === 'papers' && papers.length > 0) return { title: '收到您补充的材料了', text: '已经放进案卷，承办人会看。答复期限不变。' }
  return null
}
