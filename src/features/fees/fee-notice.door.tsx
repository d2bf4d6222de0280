/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { AskedPanel, type CommandDoor, type FormProps } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { personalOf } from '#store/applicant.ts'
import { countedOrdinal } from '#store/month-ordinal.ts'
import { NextHandler } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { errorOf, Radios, TextArea, TextField } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { IssueFeeNotice } from './fee-notice.schema.ts'
import { feeOfCase } from './fee-of-case.ts'
import { issueFeeNotice } from './issue-fee-notice.ts'

const BASES = [
  { value: 'per_page', label: '按量', hint: '这一件提供的页数，30页以内不收' },
  { value: 'per_case', label: '按件', hint: '申请人本月的第几件，10件以内不收' },
] as const

function Fields({ values, errors }: FormProps) {
  return (
    <>
      <Radios name="basis" label="计收标准" help="一件申请只能选一种" value={values['basis'] ?? ''} error={errorOf(errors, 'basis')} options={BASES} />
      <TextField name="pages" label="页数" mark="按量计收才填" help="A4及以下幅面，单面为1页" value={values['pages'] ?? ''} error={errorOf(errors, 'pages')} inputmode="numeric" autocomplete="off" width="half" />
      <TextArea name="facts" label="为什么收" help="数量、频次怎样明显超过合理范围，写进通知书" rows={4} max={1000} value={values['facts'] ?? ''} error={errorOf(errors, 'facts')} />
      <TextArea name="method" label="缴纳方式" help="到哪里、怎样缴，开什么票据，写进通知书" rows={3} max={500} value={values['method'] ?? ''} error={errorOf(errors, 'method')} />
    </>
  )
}

/** The amount and how it comes about, before it is told to anybody. */
async function Amount({ ctx, view, values }: FormProps) {
  const parsed = IssueFeeNotice.pick({ basis: true, pages: true }).safeParse({ basis: values['basis'], pages: values['pages'] || undefined })
  const fee = parsed.success
    ? feeOfCase(view.state, parsed.data, await countedOrdinal(ctx.db, ctx.keyring, view.row, await personalOf(ctx.db, view.row.applicationId)))
    : null
  return (
    <Panel title="收多少" edge="navy">
      {fee === null && <p class="zx-meta">选了标准、填了页数，这里写出数额和怎么算的。</p>}
      {fee !== null && !fee.ok && <p>{fee.refusal.message}{fee.refusal.cite && <> <Cite of={fee.refusal.cite} /></>}</p>}
      {fee?.ok === true && <><p><strong>{formatYuan(fee.amountFen)}</strong></p><ul>{fee.working.slice(0, -1).map(({ text }) => <li>{text}</li>)}</ul></>}
      <div class="zx-buttons-block"><div class="zx-buttons"><Button form="command" name="preview" value="yes" small>算一算</Button></div></div>
    </Panel>
  )
}

/** 发收费通知 as page and JSON route. */
export const feeNoticeDoor: CommandDoor<typeof IssueFeeNotice> = {
  command: 'issue_fee_notice',
  page: 'fee-notice',
  route: 'fee-notice',
  schema: IssueFeeNotice,
  button: '发出收费通知书',
  about: '可以收，不是必须收；期限内发出',
  cite: art('711', 42, 1),
  labels: { basis: '计收标准', pages: '页数', facts: '为什么收', method: '缴纳方式' },
  words: (name, value) => (name === 'basis' ? (BASES.find((one) => one.value === value)?.label ?? null) : value),
  mends: { 'fee/no-pages': 'pages', 'fee/nothing-to-charge': 'basis', 'fee/nothing-provided': 'basis', 'fee/no-ordinal': 'basis' },
  run: (ctx, target, input) => issueFeeNotice(ctx, target, input),
  fields: (props) => <Fields {...props} />,
  aside: (props) => (
    <>
      <div id="amount"><Amount {...props} /></div>
      <NextHandler lead="发出后等" who="申请人缴费" detail="答复期限停下。登记申请人哪天收到通知，次日起数20个工作日缴费；缴费的次日起重新数答复期限。" />
      <AskedPanel {...props} />
    </>
  ),
  preview: { button: 'preview', region: 'amount', of: (props) => <Amount {...props} /> },
  initial: () => ({ facts: '', method: '' }),
}
