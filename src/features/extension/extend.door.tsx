/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { clockNow } from '#case/clock-takes.ts'
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { EXTENSION_LIMIT } from '#law/disclosure-regulation/art33-time-limit.ts'
import { valueAt } from '#law/parameter.ts'
import { NextHandler } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { errorOf, TextArea, TextField } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { decideExtend } from './extend.decide.ts'
import { ExtendDeadline } from './extend.schema.ts'
import { extendDeadline } from './extend.ts'

function Fields({ ctx, view, values, errors }: FormProps) {
  const now = clockNow({ ...view, ...ctx })
  const due = now.ok ? now.clock.dueOn : null
  const limit = valueAt(EXTENSION_LIMIT, view.state.lawAsOf)
  return (
    <>
      <Notice title={due === null ? '正在征求意见，期限不走' : `现在最晚${nearDate(due, ctx.today)}答复`}>
        <p>延长要在这一天以前作出并告知申请人，只能延长一次，最多{limit}个工作日。 <Cite of={art('711', 33, 2)} /></p>
      </Notice>
      <TextField name="days" label="延长几个工作日" value={values['days'] ?? ''} error={errorOf(errors, 'days')} inputmode="numeric" autocomplete="off" width="half" />
      <TextArea name="reason" label="延长的原因" help="写进告知书，例如：需要查找的档案分散在三个派出所，还在核对" rows={4} max={500} value={values['reason'] ?? ''} error={errorOf(errors, 'reason')} />
      <TextField name="consentedBy" label="同意延长的负责人" help="政府信息公开工作机构负责人的姓名，没有他同意不能延长" value={values['consentedBy'] ?? ''} error={errorOf(errors, 'consentedBy')} autocomplete="off" width="half" />
    </>
  )
}

/** The new date before it is told to anybody; the law's refusal where there can be none. */
function NewDate({ ctx, view, values }: FormProps) {
  const days = Number(values['days'])
  const taken = Number.isInteger(days) && days > 0 ? decideExtend({ ...view, ...ctx }, ctx.actor, days) : null
  return (
    <Panel title="延长以后" edge="navy">
      {taken === null && <p class="zx-meta">填了天数，这里写出新的最晚答复日。</p>}
      {taken !== null && !taken.ok && <p>{taken.refusal.message}{taken.refusal.cite && <> <Cite of={taken.refusal.cite} /></>}</p>}
      {taken?.ok === true && (taken.clock.dueOn === null
        ? <p>一共{taken.clock.quota}个工作日；收到意见以后才定得出哪天。</p>
        : <p>一共{taken.clock.quota}个工作日，最晚<strong>{nearDate(taken.clock.dueOn, ctx.today)}</strong>答复。{taken.clock.provisional && '那一年的放假安排还没有公布，日期是推算的。'}</p>)}
      <div class="zx-buttons-block"><div class="zx-buttons"><Button form="command" name="preview" value="yes" small>算新的日期</Button></div></div>
    </Panel>
  )
}

/** 延长期限 as page and JSON route. */
export const extendDoor: CommandDoor<typeof ExtendDeadline> = {
  command: 'extend',
  page: 'extension',
  route: 'extension',
  schema: ExtendDeadline,
  button: '发出延长告知书',
  about: '到期以前作出，只能一次',
  cite: art('711', 33, 2),
  labels: { days: '延长几个工作日', reason: '延长的原因', consentedBy: '同意延长的负责人' },
  mends: { 'extension/too-long': 'days', 'extension/too-short': 'days' },
  run: (ctx, target, input) => extendDeadline(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => (
    <>
      <div id="new-date"><NewDate {...props} /></div>
      <NextHandler lead="发出后" who="申请人收到告知书" detail="告知书编号存卷，申请人在查询进度的页面能看到新的日期和原因。" />
      <AskedPanel {...props} />
    </>
  ),
  preview: { button: 'preview', region: 'new-date', of: (props) => <NewDate {...props} /> },
  initial: () => ({ days: '', reason: '', consentedBy: '' }),
}
