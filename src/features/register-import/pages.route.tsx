/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import type { FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Button } from '#ui/button.tsx'
import { Problem } from '#ui/layout-plain.tsx'
import { carryOut } from './carry-out.ts'
import { chosen, choiceAt, type Choice } from './choice.ts'
import { ColumnsPage } from './columns.page.tsx'
import { DonePage } from './done.page.tsx'
import { csvOf, faultyTable } from './faulty-table.ts'
import { headAt } from './head.ts'
import { digestOfRow, earlierTwin, findImport, listImports, openTable, savedMapping, type Importing } from './imports.ts'
import { mappingFaults, readMapping } from './mapping.ts'
import { onlyImporters } from './may-import.ts'
import { dryRun, keepChoice, prepare, takeFile, type Prepared } from './prepare.ts'
import { ReportPage } from './report.page.tsx'
import { UploadPage } from './upload.page.tsx'

export const IMPORTS = '/desk/imports'
type C = Context<WebEnv>

/** 导入旧登记: a file, its columns, what every line comes to, and only then the import. */
export const registerImportPages = new Hono<WebEnv>()
  .get(IMPORTS, requireStaff, (c) => showUpload(c, []))
  .post(IMPORTS, requireStaff, async (c) => {
    const who = importing(c)
    const [file] = (await formOf(c)).files('file')
    if (!file) return showUpload(c, [{ field: 'file', message: '请选择登记表文件' }])
    const taken = await takeFile(who, c.get('tables'), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return taken.ok ? c.redirect(`${IMPORTS}/${taken.id}/columns`, 303) : showUpload(c, [{ field: 'file', message: taken.refusal.message }])
  })
  .get(`${IMPORTS}/:id/columns`, requireStaff, async (c) => {
    const prepared = await prepare(importing(c), c.req.param('id'))
    return prepared.ok ? showColumns(c, prepared, []) : showGone(c, prepared.refusal.message)
  })
  .post(`${IMPORTS}/:id/columns`, requireStaff, (c) => takeColumns(c, c.req.param('id')))
  .get(`${IMPORTS}/:id`, requireStaff, (c) => showResult(c, c.req.param('id'), []))
  .get(`${IMPORTS}/:id/faulty.csv`, requireStaff, (c) => faultyCsv(c, c.req.param('id')))
  .post(`${IMPORTS}/:id/confirm`, requireStaff, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const outcome = await carryOut(importing(c), id, { seen: form.text('digest'), onlyGood: form.text('onlyGood') === 'yes' })
    return outcome.ok ? c.redirect(`${IMPORTS}/${id}`, 303) : showResult(c, id, [{ field: 'onlyGood', message: outcome.refusal.message }])
  })

function importing(c: C): Importing {
  const ctx = staffCtx(c)
  onlyImporters(ctx.actor)
  return { ctx, authorityId: ctx.actor.authorityId }
}

function page(c: C, title: string, children: Child, errors: readonly FieldError[] = [], status: 200 | 404 | 409 | 422 = errors.length > 0 ? 422 : 200) {
  const context = <a href={title === '导入旧登记' ? '/desk/intake' : IMPORTS}>{title === '导入旧登记' ? '返回录入' : '返回导入旧登记'}</a>
  return deskPage(c, staffCtx(c), { title, context, current: 'intake', children, status, error: errors.length > 0 })
}

async function showUpload(c: C, errors: readonly FieldError[]) {
  const who = importing(c)
  return page(c, '导入旧登记', <UploadPage imports={await listImports(who)} today={who.ctx.today} csrf={c.get('csrfToken')} errors={errors} canRead={c.get('tables') !== null} />, errors)
}

async function takeColumns(c: C, id: string): Promise<Response> {
  const who = importing(c)
  const form = await formOf(c)
  const first = await prepare(who, id)
  if (!first.ok) return showGone(c, first.refusal.message)
  const { table, chosen: before } = first
  const [sheet, line] = [Number(form.text('sheet')) || 0, Number(form.text('headLine')) || before.headLine]
  const [shownSheet, shownLine] = form.text('shown').split('/').map(Number)
  // The columns that were sent belong to the head that the page showed.
  if (form.text('again') !== '' || sheet !== shownSheet || line !== shownLine) {
    return showColumns(c, { ...first, chosen: chosen(table, choiceAt(table, sheet, sheet === shownSheet ? line : null, await savedMapping(who))) }, [])
  }
  const at = choiceAt(table, sheet, line, {})
  const choice: Choice = { ...at, mapping: readMapping((name) => form.text(name), headAt(table.sheets[at.sheet]!.rows, at.headLine)) }
  const prepared: Prepared = { ...first, chosen: chosen(table, choice) }
  const errors = mappingFaults(choice.mapping, prepared.chosen.head)
  if (errors.length > 0) return showColumns(c, prepared, errors)
  await keepChoice(who, prepared)
  return c.redirect(`${IMPORTS}/${id}`, 303)
}

function showColumns(c: C, prepared: Prepared, errors: readonly FieldError[]) {
  return page(c, '这些列是什么', <ColumnsPage prepared={prepared} csrf={c.get('csrfToken')} errors={errors} />, errors)
}

async function showResult(c: C, id: string, errors: readonly FieldError[]): Promise<Response> {
  const who = importing(c)
  const row = await findImport(who.ctx.db, who, id)
  const csrf = c.get('csrfToken')
  if (row.status === 'imported') return page(c, '导入好了', <DonePage row={row} today={who.ctx.today} />)
  const prepared = await prepare(who, id)
  if (!prepared.ok) return showGone(c, prepared.refusal.message)
  if (row.choice === null) return c.redirect(`${IMPORTS}/${id}/columns`, 303)
  const run = await dryRun(who.ctx.db, who, prepared.chosen)
  const twin = await earlierTwin(who, digestOfRow(row))
  const show = { list: c.req.query('list') === 'good' || run.report.faults.length === 0 ? 'good' as const : 'faults' as const, page: Math.max(1, Number(c.req.query('page')) || 1) }
  return page(c, '检查结果', <ReportPage prepared={prepared} {...run} twin={twin} show={show} csrf={csrf} errors={errors} />, errors, errors.length > 0 ? 409 : 200)
}

/** While the file is there its faulty lines; after the import those that were left out. */
async function faultyCsv(c: C, id: string): Promise<Response> {
  const who = importing(c)
  const row = await findImport(who.ctx.db, who, id)
  const table = openTable(who.ctx, row)
  if (table === null) return showGone(c, '有问题的行已经清除（保留一天）')
  const prepared = row.status === 'open' ? await prepare(who, id) : null
  if (prepared && !prepared.ok) return showGone(c, prepared.refusal.message)
  const faulty = prepared === null ? table : faultyTable(table, prepared.chosen, (await dryRun(who.ctx.db, who, prepared.chosen)).report)
  c.header('Cache-Control', 'no-store')
  c.header('Content-Disposition', `attachment; filename="faulty.csv"; filename*=UTF-8''${encodeURIComponent('有问题的行.csv')}`)
  return c.body(csvOf(faulty), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
}

function showGone(c: C, message: string) {
  const children = <Problem title="文件不在了" level={2}><p>{message}。已经导入的案件不受影响。</p><div class="zx-buttons"><Button kind="primary" href={IMPORTS}>重新上传</Button></div></Problem>
  return page(c, '文件不在了', children, [], 409)
}
