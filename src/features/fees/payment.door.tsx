/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CommandDoor, FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { readDate } from '#platform/validation/date.ts'
import { NextHandler } from '#ui/actions.tsx'
import { DateField, errorOf, TextField } from '#ui/form/index.ts'
import { ReceiveFeeNotice, RecordPayment } from './payment.schema.ts'
import { receiveFeeNotice, recordPayment } from './payment.ts'

function On({ values, errors, label, help }: FormProps & { label: string; help: string }) {
  const on = readDate(values['on'] ?? '')
  return <DateField name="on" label={label} help={help} value={values['on'] ?? ''} readBack={on === null ? '' : formatDateWithWeekday(on)} error={errorOf(errors, 'on')} width="half" />
}

/** 登记收费通知送达 as page and JSON route. */
export const receiveFeeNoticeDoor: CommandDoor<typeof ReceiveFeeNotice> = {
  command: 'receive_fee_notice',
  page: 'fee-notice-received',
  route: 'fee-notice-received',
  schema: ReceiveFeeNotice,
  button: '登记收到日期',
  about: '次日起20个工作日内缴费',
  cite: art('109', 6),
  labels: { on: '收到通知的日期', evidence: '凭据' },
  mends: { 'fee/in-future': 'on', 'fee/before-notice': 'on', 'clock/out-of-order': 'on' },
  run: (ctx, target, input) => receiveFeeNotice(ctx, target, input),
  fields: (props) => (
    <>
      <On {...props} label="收到通知的日期" help="申请人签收的那一天，不是登记的这一天" />
      <TextField name="evidence" label="凭据" help="签收人姓名、EMS单号，或者系统名称" value={props.values['evidence'] ?? ''} error={errorOf(props.errors, 'evidence')} autocomplete="off" />
    </>
  ),
  aside: () => <NextHandler lead="登记后等" who="申请人缴费" detail="申请人在查询进度的页面能看到缴费的最后一天。" />,
  initial: ({ today }) => ({ on: today }),
}

/** 登记缴费 as page and JSON route. */
export const paymentDoor: CommandDoor<typeof RecordPayment> = {
  command: 'record_payment',
  page: 'payment',
  route: 'payment',
  schema: RecordPayment,
  button: '登记缴费',
  about: '缴费的次日起重新计算答复期限',
  cite: art('109', 6),
  labels: { on: '缴费日期', amountYuan: '数额', evidence: '票据' },
  mends: { 'fee/in-future': 'on', 'fee/before-notice': 'on', 'fee/other-amount': 'amountYuan', 'clock/out-of-order': 'on', 'clock/lapsed': 'on' },
  run: (ctx, target, input) => recordPayment(ctx, target, input),
  fields: (props) => (
    <>
      <On {...props} label="缴费日期" help="完成缴费的那一天" />
      <TextField name="amountYuan" label="数额（元）" help={props.view.state.fee === null ? '' : `收费通知是${formatYuan(props.view.state.fee.amountFen)}`} value={props.values['amountYuan'] ?? ''} error={errorOf(props.errors, 'amountYuan')} inputmode="decimal" autocomplete="off" width="half" />
      <TextField name="evidence" label="票据" help="财政票据号码或者缴款单号" value={props.values['evidence'] ?? ''} error={errorOf(props.errors, 'evidence')} autocomplete="off" />
    </>
  ),
  aside: () => <NextHandler lead="登记后" who="继续办理" detail="案件回到发收费通知以前的环节，答复期限从缴费的次日起重新数。" />,
  initial: ({ today }) => ({ on: today }),
}
