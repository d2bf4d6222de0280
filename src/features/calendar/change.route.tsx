/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import { yearOf } from '#law/civil-date.ts'
import { AppError, invalid, type FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { parse } from '#platform/validation/parse.ts'
import { listAuthorities } from '#store/authority.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Button } from '#ui/button.tsx'
import { Csrf, HiddenField } from '#ui/form/index.ts'
import { Problem } from '#ui/layout-plain.tsx'
import { Panel } from '#ui/panel.tsx'
import { calendarView } from './calendar-view.ts'
import { changeCalendar } from './change-calendar.ts'
import { ChangeRequest, DayOffInput } from './change.schema.ts'
import { DayOffPage } from './day-off.page.tsx'
import { readJsonForm, readTypedForm, type ImportValues, type ReadForm } from './import-form.ts'
import { ImportPage } from './import.page.tsx'
import { onlyAdministrators } from './may-change.ts'
import { previewChange, type ChangePreview } from './preview-change.ts'
import { PreviewPage } from './preview.page.tsx'

const EMPTY: ImportValues = { json: '', year: '', off: '', work: '', notice: '' }

/** Forms of the administrator: each leads to a preview, and only its confirmation changes anything. */
export const changePages = new Hono<WebEnv>()
  .get('/desk/calendar/import', requireStaff, (c) => showImport(c, administrator(c), EMPTY, []))
  .post('/desk/calendar/import', requireStaff, async (c) => {
    const ctx = administrator(c)
    const { values, read } = await importForm(c)
    if (!read.ok) return showImport(c, ctx, values, read.errors)
    const seen = await tryPreview(ctx, read.request)
    if (seen.ok) return showPreview(c, ctx, seen.preview)
    return showImport(c, ctx, values, seen.errors.map((error) => ({ field: read.fieldOf(error.field), message: read.told(error) })))
  })
  .get('/desk/calendar/day-off', requireStaff, (c) => showDayOff(c, administrator(c), {}, []))
  .post('/desk/calendar/day-off', requireStaff, async (c) => {
    const ctx = administrator(c)
    const { values } = await formOf(c)
    const { date = '', name = '', reason = '', authorityId = '' } = values
    const parsed = parse(DayOffInput, { date, name, reason, authorityId })
    if (!parsed.ok) return showDayOff(c, ctx, values, parsed.errors)
    const seen = await tryPreview(ctx, { kind: 'day_off', ...parsed.value })
    return seen.ok ? showPreview(c, ctx, seen.preview) : showDayOff(c, ctx, values, seen.errors)
  })
  .post('/desk/calendar/revoke', requireStaff, async (c) => {
    const ctx = administrator(c)
    return showPreview(c, ctx, await previewChange(ctx, { kind: 'revocation', id: (await formOf(c)).text('id') }))
  })
  .post('/desk/calendar/preview', requireStaff, async (c) => {
    const ctx = administrator(c)
    return showPreview(c, ctx, await previewChange(ctx, await requestIn(c)))
  })
  .post('/desk/calendar/edit', requireStaff, async (c) => {
    const ctx = administrator(c)
    const request = await requestIn(c)
    if (request.kind === 'import') return showImport(c, ctx, { ...EMPTY, json: JSON.stringify(request.years, null, 1) }, [])
    if (request.kind === 'revocation') return c.redirect('/desk/calendar', 303)
    const { kind: _, ...values } = request
    return showDayOff(c, ctx, { ...values, authorityId: values.authorityId ?? '' }, [])
  })
  .post('/desk/calendar/confirm', requireStaff, async (c) => {
    const ctx = administrator(c)
    const request = await requestIn(c)
    const outcome = await changeCalendar(ctx, request, (await formOf(c)).text('digest'))
    if (!outcome.ok) return showChanged(c, ctx, request, outcome.refusal.message)
    const year = request.kind === 'import' ? Object.keys(request.years).at(-1) : undefined
    return c.redirect(`/desk/calendar?done=${outcome.changed ? outcome.revision : 'nothing'}${year === undefined ? '' : `&year=${year}`}`, 303)
  })

/** @throws AppError forbidden for everybody but system administrators */
function administrator(c: Context<WebEnv>): StaffCtx {
  const ctx = staffCtx(c)
  onlyAdministrators(ctx.actor)
  return ctx
}

async function importForm(c: Context<WebEnv>): Promise<{ values: ImportValues; read: ReadForm }> {
  const form = await formOf(c)
  const values = { json: form.text('json'), year: form.text('year'), off: form.text('off'), work: form.text('work'), notice: form.text('notice') }
  if (form.text('way') === 'typed') return { values, read: readTypedForm(values) }
  const file = (await c.req.formData()).get('file')
  const json = file instanceof File && file.size > 0 ? await file.text() : values.json
  return { values: { ...values, json }, read: readJsonForm(json) }
}

/** The change that a preview was of, as it went out with the page. */
async function requestIn(c: Context<WebEnv>): Promise<ChangeRequest> {
  const parsed = parse(ChangeRequest, readJson((await formOf(c)).text('request')))
  if (!parsed.ok) throw invalid(parsed.errors)
  return parsed.value
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function tryPreview(ctx: StaffCtx, request: ChangeRequest): Promise<{ ok: true; preview: ChangePreview } | { ok: false; errors: readonly FieldError[] }> {
  try {
    return { ok: true, preview: await previewChange(ctx, request) }
  } catch (error) {
    if (error instanceof AppError && error.options.fields) return { ok: false, errors: error.options.fields }
    throw error
  }
}

const context = <a href="/desk/calendar">返回日历</a>

async function showImport(c: Context<WebEnv>, ctx: StaffCtx, values: ImportValues, errors: readonly FieldError[]): Promise<Response> {
  const nextYear = yearOf((await calendarView(ctx.db)).knownUntil) + 1
  const page = <ImportPage values={{ ...values, year: values.year || String(nextYear) }} errors={errors} csrf={c.get('csrfToken')} nextYear={nextYear} />
  return deskPage(c, ctx, { title: '导入放假安排', context, current: 'calendar', children: page, ...failing(errors) })
}

async function showDayOff(c: Context<WebEnv>, ctx: StaffCtx, values: Readonly<Record<string, string>>, errors: readonly FieldError[]): Promise<Response> {
  const page = <DayOffPage values={values} errors={errors} csrf={c.get('csrfToken')} authorities={await listAuthorities(ctx.db)} />
  return deskPage(c, ctx, { title: '登记临时放假', context, current: 'calendar', children: page, ...failing(errors) })
}

async function showPreview(c: Context<WebEnv>, ctx: StaffCtx, preview: ChangePreview): Promise<Response> {
  const page = <PreviewPage ctx={ctx} preview={preview} authorities={await listAuthorities(ctx.db)} csrf={c.get('csrfToken')} />
  return deskPage(c, ctx, { title: '预览', context, current: 'calendar', children: page })
}

/** Somebody changed the calendar after the preview: nothing was done, and the way on is to look again. */
function showChanged(c: Context<WebEnv>, ctx: StaffCtx, request: ChangeRequest, message: string): Promise<Response> {
  const page = (
    <Panel>
      <Problem kicker="没有改" title="日历在您看过以后又变了" level={2} contact={`请求号${c.get('requestId')}`}>
        <p>{message}。您填的内容还在。</p>
        <form method="post" action="/desk/calendar/preview">
          <Csrf token={c.get('csrfToken')} />
          <HiddenField name="request" value={JSON.stringify(request)} />
          <div class="zx-buttons"><Button kind="primary">重新预览</Button><Button href="/desk/calendar">返回日历</Button></div>
        </form>
      </Problem>
    </Panel>
  )
  return deskPage(c, ctx, { title: '没有改', context, current: 'calendar', children: page, status: 409 })
}

function failing(errors: readonly FieldError[]) {
  return errors.length > 0 ? { status: 422 as const, error: true } : {}
}
