/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { correctionNoticeDue, proposedRespondBy } from '#law/disclosure-regulation/art30-correction.ts'
import { readDate } from '#platform/validation/date.ts'
import { NextHandler } from '#ui/actions.tsx'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { DateField, errorOf, TextArea } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import { requestCorrection } from './request-correction.ts'
import { RequestCorrection } from './request-correction.schema.ts'

function Fields({ ctx, view, values, errors }: FormProps) {
  const respondBy = readDate(values['respondBy'] ?? '')
  const due = correctionNoticeDue(ctx.calendar, view.state.receivedOn)?.date ?? null
  return (
    <>
      {due !== null && (due < ctx.today
        ? <Notice tone="amber" title={`告知期限${nearDate(due, ctx.today)}已经过了`}><p>仍可以告知，案卷里会记为晚于7个工作日。 <Cite of={art('711', 30)} /></p></Notice>
        : <Notice title={`最晚${nearDate(due, ctx.today)}告知`}><p>补正只能一次性告知，请把要补的一次写全。 <Cite of={art('711', 30)} /></p></Notice>)}
      <TextArea name="items" label="需要补正的事项" help="一行一项，申请人照着做，例如：写明小区名称或者火灾地址" rows={4} value={values['items'] ?? ''} error={errorOf(errors, 'items')} />
      <TextArea name="guidance" label="指导和释明" help="为什么不清楚，怎样写就清楚了，例如信息按什么归档、有哪几种文书" rows={5} max={2000} value={values['guidance'] ?? ''} error={errorOf(errors, 'guidance')} />
      <DateField
        name="respondBy"
        label="补正的截止日期"
        help="合理的期限，当日包括在内；先按15个工作日填好，可以改"
        value={values['respondBy'] ?? ''}
        readBack={respondBy === null ? '' : formatDateWithWeekday(respondBy)}
        error={errorOf(errors, 'respondBy')}
        width="half"
      />
    </>
  )
}

/** 告知补正 as page and JSON route. */
export const requestCorrectionDoor: CommandDoor<typeof RequestCorrection> = {
  command: 'request_correction',
  page: 'correction',
  route: 'correction-request',
  schema: RequestCorrection,
  button: '发出补正告知书',
  about: '申请内容不明确，一次性告知',
  cite: art('711', 30),
  labels: { items: '需要补正的事项', guidance: '指导和释明', respondBy: '补正的截止日期' },
  mends: { 'correction/no-time-to-respond': 'respondBy', 'correction/too-long': 'respondBy' },
  run: (ctx, target, input) => requestCorrection(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => (
    <>
      <NextHandler lead="发出后等" who="申请人补正" detail="补正告知书编号存卷，申请人在查询进度的页面能看、能补。答复期限停下，收到补正的次日起重新数。" />
      <AskedPanel {...props} />
    </>
  ),
  initial: (ctx, view) => ({ respondBy: proposedRespondBy(ctx.calendar, view.state.lawAsOf, ctx.today).date }),
}
