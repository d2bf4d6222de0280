/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { readDate } from '#platform/validation/date.ts'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { DateField, errorOf, TextArea, TextField } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import { waitingLateCorrection } from './late-correction.decide.ts'
import { WhatCame } from './asked-correction.tsx'
import { receiveCorrection } from './receive-correction.ts'
import { ReceiveCorrection } from './receive-correction.schema.ts'

function Fields({ ctx, view, values, errors }: FormProps) {
  const waiting = waitingLateCorrection(view.state)
  const on = readDate(values['on'] ?? '')
  const respondBy = view.state.correction?.respondBy ?? null
  const cause = (
    <TextField
      name="goodCause"
      label="正当理由"
      mark={waiting ? undefined : '逾期的才写'}
      help={waiting ? '为什么认可申请人说的理由，写进案卷' : '补正期限过后收到的，写明有什么正当理由'}
      value={values['goodCause'] ?? ''}
      error={errorOf(errors, 'goodCause')}
      autocomplete="off"
    />
  )
  if (waiting) {
    return (
      <>
        <Notice tone="amber" title={`申请人${nearDate(waiting.on, ctx.today)}逾期补正，说明了理由`}>
          <p>认可的，答复期限从{nearDate(waiting.on, ctx.today)}收到补正的次日起重新数；不认可的，用“不认可逾期补正”。补正的内容和理由见右边。 <Cite of={art('711', 30)} /></p>
        </Notice>
        {cause}
      </>
    )
  }
  return (
    <>
      <DateField
        name="on"
        label="收到补正的日期"
        help={respondBy === null ? '' : `补正期限到${formatDateWithWeekday(respondBy)}为止，当日包括在内`}
        value={values['on'] ?? ''}
        readBack={on === null ? '' : formatDateWithWeekday(on)}
        error={errorOf(errors, 'on')}
        width="half"
      />
      <TextArea name="text" label="补正的内容" help="照纸上写的录入" rows={5} max={5000} value={values['text'] ?? ''} error={errorOf(errors, 'text')} />
      {cause}
    </>
  )
}

/** 登记补正 as page and JSON route. */
export const receiveCorrectionDoor: CommandDoor<typeof ReceiveCorrection> = {
  command: 'receive_correction',
  page: 'corrected',
  route: 'correction',
  schema: ReceiveCorrection,
  button: '登记补正',
  about: '纸上来的补正，或者认可逾期补正',
  cite: art('711', 30),
  labels: { on: '收到补正的日期', text: '补正的内容', goodCause: '正当理由' },
  mends: {
    'correction/no-date': 'on', 'correction/no-text': 'text', 'correction/needs-cause': 'goodCause', 'correction/before-notice': 'on', 'correction/in-future': 'on', 'clock/out-of-order': 'on',
  },
  run: (ctx, target, input) => receiveCorrection(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => (
    <>
      <WhatCame {...props} />
      <AskedPanel {...props} />
    </>
  ),
  initial: (ctx, view): Readonly<Record<string, string>> => (waitingLateCorrection(view.state) ? { goodCause: '' } : { on: ctx.today }),
}
