/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import { notFound, type FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { parse } from '#platform/validation/parse.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { catalogueView } from './catalogue-view.ts'
import { CataloguePage } from './catalogue.page.tsx'
import { ItemFormPage } from './item-form.page.tsx'
import { ItemInput } from './item.schema.ts'
import { findItem } from './items.ts'
import { mayEdit, onlyEditors, onlyReaders } from './may-edit.ts'
import { addItem, changeItem, setActive, type Saved } from './save-item.ts'
import type { PublishedItem } from './suggestions.table.ts'

type Values = Readonly<Record<string, string>>

const FIELDS = ['kind', 'title', 'documentRef', 'indexNumber', 'publishedOn', 'url', 'summary'] as const
const DONE: Readonly<Record<string, string>> = { added: '添上了，申请人写描述时会看到', saved: '存好了', same: '没有改动', retired: '停用了，不再列给申请人', restored: '恢复使用了' }
const LAST_PAGE = 2000

/** `/desk/catalogue`: disclosure officers keep it, supervisors read it; both see whether it was of use. */
export const cataloguePages = new Hono<WebEnv>()
  .use('/desk/catalogue/*', requireStaff)
  .get('/desk/catalogue', async (c) => {
    const ctx = reader(c)
    const page = Math.min(Math.max(Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1), 1), LAST_PAGE)
    return deskPage(c, ctx, { title: '目录', context: '申请以前，先看看有没有已经公开的', current: 'catalogue', children: <CataloguePage view={await catalogueView(ctx, page)} editor={mayEdit(ctx.actor)} /> })
  })
  .get('/desk/catalogue/new', (c) => show(c, editor(c), null, { values: { kind: 'published' } }))
  .post('/desk/catalogue/new', async (c) => {
    const ctx = editor(c)
    const values = await typed(c)
    const parsed = parse(ItemInput, values)
    if (!parsed.ok) return show(c, ctx, null, { values, errors: parsed.errors })
    const saved = await addItem(ctx, ctx.actor.authorityId, parsed.value)
    return saved.ok ? done(c, saved.id, 'added') : show(c, ctx, null, { values, refusal: saved.refusal.message })
  })
  .get('/desk/catalogue/:id', async (c) => {
    const ctx = reader(c)
    const item = await own(c, ctx)
    return show(c, ctx, item, { values: valuesOf(item) })
  })
  .post('/desk/catalogue/:id', async (c) => {
    const ctx = editor(c)
    const item = await own(c, ctx)
    const [values, version] = [await typed(c), Number((await formOf(c)).text('version'))]
    const parsed = parse(ItemInput, values)
    if (!parsed.ok) return show(c, ctx, item, { values, errors: parsed.errors })
    const saved = await changeItem(ctx, { id: item.id, authorityId: item.authorityId, version }, parsed.value)
    return saved.ok ? done(c, item.id, saved.changed ? 'saved' : 'same') : show(c, ctx, item, { values, refusal: saved.refusal.message })
  })
  .post('/desk/catalogue/:id/retire', (c) => switched(c, false))
  .post('/desk/catalogue/:id/restore', (c) => switched(c, true))

function reader(c: Context<WebEnv>): StaffCtx {
  const ctx = staffCtx(c)
  onlyReaders(ctx.actor)
  return ctx
}

function editor(c: Context<WebEnv>): StaffCtx {
  const ctx = staffCtx(c)
  onlyEditors(ctx.actor)
  return ctx
}

/** @throws AppError not_found also for items of other authorities */
async function own(c: Context<WebEnv>, ctx: StaffCtx): Promise<PublishedItem> {
  const item = await findItem(ctx.db, c.req.param('id') ?? '', ctx.actor.authorityId)
  if (!item) throw notFound('published item')
  return item
}

async function switched(c: Context<WebEnv>, active: boolean): Promise<Response> {
  const ctx = editor(c)
  const item = await own(c, ctx)
  const saved: Saved = await setActive(ctx, item, active)
  return done(c, item.id, saved.ok && saved.changed ? (active ? 'restored' : 'retired') : 'same')
}

function done(c: Context<WebEnv>, id: string, what: string): Response {
  return c.redirect(`/desk/catalogue/${id}?done=${what}`, 303)
}

async function typed(c: Context<WebEnv>): Promise<Values> {
  const form = await formOf(c)
  return Object.fromEntries(FIELDS.map((field) => [field, form.text(field)]))
}

function valuesOf(item: PublishedItem): Values {
  return Object.fromEntries(FIELDS.map((field) => [field, item[field] ?? '']))
}

interface Shown {
  readonly values: Values
  readonly errors?: readonly FieldError[]
  readonly refusal?: string
}

async function show(c: Context<WebEnv>, ctx: StaffCtx, item: PublishedItem | null, { values, errors = [], refusal }: Shown): Promise<Response> {
  const told = refusal === undefined && errors.length === 0 ? (DONE[c.req.query('done') ?? ''] ?? null) : null
  const page = <ItemFormPage item={item} values={values} errors={errors} refusal={refusal ?? null} done={told} editor={mayEdit(ctx.actor)} csrf={c.get('csrfToken')} />
  const failing = errors.length > 0 ? { status: 422 as const, error: true } : refusal === undefined ? {} : { status: 409 as const, error: true }
  return deskPage(c, ctx, { title: item === null ? '添一条' : '目录里的一条', context: <a href="/desk/catalogue">返回目录</a>, current: 'catalogue', children: page, ...failing })
}
