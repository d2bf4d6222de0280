/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldError } from '#platform/errors.ts'
import { readDate } from '#platform/validation/date.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, DateField, ErrorSummary, errorOf, FieldRow, Radios, Select, TextField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'

interface DayOffPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  readonly csrf: string
  readonly authorities: readonly Authority[]
}

/** More choices than this are a drop-down. */
const MOST_RADIOS = 6

/** 登记临时放假: one day, why, and for whom. */
export function DayOffPage({ values, errors, csrf, authorities }: DayOffPageProps) {
  const date = readDate(values['date'] ?? '')
  const scopes = [{ value: '', label: '全部机关' }, ...authorities.map(({ id, name }) => ({ value: id, label: name }))]
  const Scope = scopes.length <= MOST_RADIOS ? Radios : Select
  return (
    <>
      <ErrorSummary errors={errors} />
      <Columns kind="case">
        <Panel title="登记本地临时放假" meta="当地政府决定的，只在本地有效">
          <form method="post" action="/desk/calendar/day-off">
            <Csrf token={csrf} />
            <FieldRow>
              <DateField name="date" label="哪一天" value={values['date'] ?? ''} readBack={date === null ? '' : formatDateWithWeekday(date)} error={errorOf(errors, 'date')} />
              <TextField name="name" label="名称" help="日格上显示，例如台风" value={values['name'] ?? ''} maxlength={20} error={errorOf(errors, 'name')} />
            </FieldRow>
            <TextField name="reason" label="依据" help="谁的决定、文号" value={values['reason'] ?? ''} error={errorOf(errors, 'reason')} />
            <Scope name="authorityId" label="给谁" options={scopes} value={values['authorityId'] ?? ''} error={errorOf(errors, 'authorityId')} />
            <Buttons><Button kind="primary">预览</Button><Button href="/desk/calendar">返回日历</Button></Buttons>
          </form>
        </Panel>
        <Stack as="aside">
          <Panel title="登记以后">
            <ul class="zx-stack"><li>这一天不算工作日，期限跨过这一天的在办案件顺延一个工作日，每件都在经过里写明原来的日期、新的日期和原因。承办人有提醒，申请人查进度时能看到。</li><li>登错了可以撤销，期限改回去。先预览，看清哪些案件会变，再确认。</li></ul>
          </Panel>
        </Stack>
      </Columns>
    </>
  )
}
