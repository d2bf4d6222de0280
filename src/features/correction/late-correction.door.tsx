/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import * as z from 'zod'
import type { CommandDoor } from '#features/desk/index.ts'
import { art } from '#law/citation.ts'
import { NextHandler } from '#ui/actions.tsx'
import { errorOf, TextArea } from '#ui/form/index.ts'
import { WhatCame } from './asked-correction.tsx'
import { RefuseCorrection, recordLapse, refuseCorrection } from './refuse-correction.ts'

const Nothing = z.strictObject({})

/** 不认可逾期补正 as page and JSON route. */
export const refuseCorrectionDoor: CommandDoor<typeof RefuseCorrection> = {
  command: 'refuse_correction',
  page: 'correction-refusal',
  route: 'correction-refusal',
  schema: RefuseCorrection,
  button: '不认可，告诉申请人',
  about: '逾期补正的理由不正当',
  cite: art('711', 30),
  labels: { reason: '不认可的理由' },
  run: (ctx, target, input) => refuseCorrection(ctx, target, input),
  fields: ({ values, errors }) => <TextArea name="reason" label="不认可的理由" help="申请人在查询进度的页面能看到" rows={4} max={500} value={values['reason'] ?? ''} error={errorOf(errors, 'reason')} />,
  aside: (props) => (
    <>
      <NextHandler lead="记下后" who="公开办登记逾期" detail="登记逾期后由承办人按“逾期不补正”拟告知书，申请人可以复议、诉讼。" />
      <WhatCame {...props} />
    </>
  ),
  initial: () => ({ reason: '' }),
}

/** 登记逾期 as page and JSON route. */
export const recordLapseDoor: CommandDoor<typeof Nothing> = {
  command: 'record_lapse',
  page: 'lapse',
  route: 'lapse',
  schema: Nothing,
  button: '登记逾期',
  about: '补正或者缴费的期限过了，什么也没有收到',
  cite: art('711', 30),
  labels: {},
  once: 'application_lapsed',
  run: (ctx, target) => recordLapse(ctx, target),
  aside: () => <NextHandler lead="登记后交给" who="承办人拟告知书" detail="处理决定定为“逾期不补正”或者“逾期不缴费”，告知申请人不再处理，并告知救济途径。" />,
}
