/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CommandDoor, FormProps } from '#features/desk/index.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { readDate } from '#platform/validation/date.ts'
import { NextHandler } from '#ui/actions.tsx'
import { DateField, errorOf, TextField } from '#ui/form/index.ts'
import { recordWithdrawal, RecordWithdrawal } from './record-withdrawal.ts'

function Fields({ values, errors }: FormProps) {
  const on = readDate(values['on'] ?? '')
  return (
    <>
      <DateField name="on" label="收到撤回的日期" help="申请人当面、来信说要撤回的那一天" value={values['on'] ?? ''} readBack={on === null ? '' : formatDateWithWeekday(on)} error={errorOf(errors, 'on')} width="half" />
      <TextField name="reason" label="撤回的原因" mark="可不填" help="申请人说了才写，不能要求他说" value={values['reason'] ?? ''} error={errorOf(errors, 'reason')} autocomplete="off" />
    </>
  )
}

/** 登记撤回 as page and JSON route. */
export const recordWithdrawalDoor: CommandDoor<typeof RecordWithdrawal> = {
  command: 'record_withdrawal',
  page: 'withdrawal',
  route: 'withdrawal',
  schema: RecordWithdrawal,
  button: '登记撤回',
  about: '申请人当面或者来信撤回申请',
  cite: null,
  labels: { on: '收到撤回的日期', reason: '撤回的原因' },
  mends: { 'withdrawal/in-future': 'on', 'clock/out-of-order': 'on' },
  run: (ctx, target, input) => recordWithdrawal(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: () => <NextHandler lead="登记后" who="本案办完" detail="答复期限到此为止，不再办理；申请人以后还可以重新申请。年报计入“其他处理”。" />,
  initial: (ctx) => ({ on: ctx.today }),
}
