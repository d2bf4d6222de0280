/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { newId } from '#platform/ids.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, DateField, errorOf, fieldId, FieldRow, HiddenField, Segments, TextField } from '#ui/form/index.ts'
import { pendingPath } from './pending-list.page.tsx'
import type { PendingPageProps } from './pending-view.ts'
import { ATTEMPT_RESULTS, ATTEMPT_WAYS } from './pending.schema.ts'

const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** Of which form the typed values are; the others stand as at first. */
function fieldsOf({ values, errors }: PendingPageProps, form: string, first: Readonly<Record<string, string>> = {}) {
  const mine = values['form'] === form
  return (name: string) => {
    const error = mine ? errorOf(errors, name) : undefined
    return { name, id: fieldId(`${form}-${name}`), value: (mine ? values[name] : first[name]) ?? '', ...(error === undefined ? {} : { error }) }
  }
}

/** The applicant was reached: day and way; the rest is 条例第三十一条. */
export function ConfirmForm(props: PendingPageProps) {
  const { ctx, pending, csrf } = props
  const at = fieldsOf(props, 'confirm', { confirmedOn: ctx.today, way: 'phone' })
  return (
    <form method="post" action={pendingPath(pending.row.id, 'confirmation')}>
      <Csrf token={csrf} />
      <HiddenField name="form" value="confirm" />
      <HiddenField name="key" value={newId(ctx.now)} />
      <Segments {...at('way')} label="怎么确认的" options={choices(ATTEMPT_WAYS)} />
      <DateField {...at('confirmedOn')} label="确认的日期" width="third" />
      <Buttons><Button kind="primary" keys="Ctrl Enter">确认收到，登记并打印回执</Button></Buttons>
    </form>
  )
}

export function AttemptForm(props: PendingPageProps) {
  const { ctx, pending, csrf } = props
  const at = fieldsOf(props, 'attempt', { on: ctx.today, way: 'phone', result: 'no_answer' })
  return (
    <form method="post" action={pendingPath(pending.row.id, 'attempts')}>
      <Csrf token={csrf} />
      <HiddenField name="form" value="attempt" />
      <Segments {...at('way')} label="怎么联系的" options={choices(ATTEMPT_WAYS)} />
      <Segments {...at('result')} label="结果" options={choices(ATTEMPT_RESULTS)} />
      <FieldRow of="2-1">
        <TextField {...at('note')} label="说明" mark="可不填" autocomplete="off" />
        <DateField {...at('on')} label="联系的日期" />
      </FieldRow>
      <Buttons><Button>记下来</Button></Buttons>
    </form>
  )
}

/** The full numbers, once and on record. */
export function ContactForm(props: PendingPageProps) {
  const { pending, csrf } = props
  const at = fieldsOf(props, 'contact', { reason: '联系申请人，确认收到' })
  return (
    <form method="post" action={pendingPath(pending.row.id, 'contact')}>
      <Csrf token={csrf} />
      <HiddenField name="form" value="contact" />
      <TextField {...at('reason')} label="查看事由" autocomplete="off" beside={<Button>查看全部号码</Button>} help="谁在什么时候为什么看过，会记进经过" />
    </form>
  )
}

/** Only for what is no application after all. */
export function CloseForm(props: PendingPageProps) {
  const { pending, csrf } = props
  const at = fieldsOf(props, 'close')
  return (
    <details class="zx-return" open={props.values['form'] === 'close'}>
      <summary>这不是一份新的申请，不登记</summary>
      <form method="post" action={pendingPath(pending.row.id, 'closing')}>
        <Csrf token={csrf} />
        <HiddenField name="form" value="close" />
        <TextField {...at('reason')} label="不登记的理由" help="例如：与2026-0187是同一份，先传真后寄来的原件" autocomplete="off" />
        <Buttons><Button kind="danger">不登记</Button></Buttons>
      </form>
    </details>
  )
}
