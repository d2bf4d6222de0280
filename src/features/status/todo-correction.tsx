/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { TodoPanel } from '#ui/todo-panel.tsx'
import type { CorrectionView } from './correction-view.ts'
import { statusPath } from './status-path.ts'
import type { StatusView } from './status-view.ts'

type Props = StatusView & { readonly correction: CorrectionView }

/** 需要您补正: what, until when, one button, what happens otherwise. */
export function AwaitedCorrection({ correction, number, today }: Props) {
  const { respondBy, notice, remaining } = correction
  const left = remaining === 0 ? (today === respondBy ? '今天是最后一天' : '没有工作日了，当天办就行') : `还剩${remaining}个工作日`
  return (
    <TodoPanel
      tone="amber"
      kicker="需要您补正"
      title={`${nearDate(respondBy, today)}前补正`}
      {...(notice ? { items: notice.items } : {})}
      action={<Button kind="primary" wide href={statusPath(number, 'correct')}>现在补正</Button>}
    >
      <p>{notice === null && '要补什么，见补正告知书。'}{left}，当天也算，只通知这一次。没有正当理由过期不补，就当您放弃申请。</p>
      <Cite of={art('711', 30)} form="full" block />
    </TodoPanel>
  )
}

/** The last day has passed: a good cause still helps, and only the office can say whether it is one. */
export function LateCorrection({ correction, number, today }: Props) {
  const { respondBy, late } = correction
  if (late?.refused === null) {
    return (
      <TodoPanel tone="green" title="收到您逾期的补正了">
        <p>现在不用您做什么。{nearDate(late.on, today)}收到。补正期限是{nearDate(respondBy, today)}，本局正在看您说的理由是不是正当。认可的，从{nearDate(late.on, today)}的第二天起重新数答复期限；不认可的，会告诉您为什么。在这以前答复期限不走。</p>
        <Cite of={art('711', 30)} form="full" block />
      </TodoPanel>
    )
  }
  if (late !== null) {
    return (
      <TodoPanel tone="amber" kicker="逾期的理由没有被认可" title="本局会告知您不再处理">
        <p>{late.refused}。</p>
        <p>告知书会放在这里。对它不服的，可以申请复议或者起诉；也可以重新申请一件。</p>
        <Cite of={art('711', 30)} form="full" block />
      </TodoPanel>
    )
  }
  return (
    <TodoPanel
      tone="amber"
      kicker={`补正期限${nearDate(respondBy, today)}已经过了`}
      title="有正当理由的，写明理由补正"
      {...(correction.notice ? { items: correction.notice.items } : {})}
      action={<Button kind="primary" wide href={statusPath(number, 'correct')}>写明理由并补正</Button>}
    >
      <p>生病住院、意外事件这样的理由，由本局看是不是正当；定下来以前答复期限不走。没有正当理由的，就当您放弃申请，本局会告知您不再处理，您也可以重新申请一件。</p>
      <Cite of={art('711', 30)} form="full" block />
    </TodoPanel>
  )
}
