/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Tag } from '#ui/badge.tsx'
import { describeSchema, type Schema, type SchemaRow } from './describe-schema.ts'

export interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Record<string, unknown>[]
  readonly parameters?: readonly { name: string; in: string; required?: boolean; description?: string }[]
  readonly requestBody?: { content?: Record<string, { schema?: Schema }> }
  readonly responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}

export interface Listed {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** Where an operation stands on the page. */
export function idOf({ method, path }: Listed): string {
  return `${method}-${path}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '').toLowerCase()
}

/** One operation: who may call it, what it takes, what it answers. Answers that carry much are folded. */
export function OperationPart({ one, schemas }: { one: Listed; schemas: Record<string, Schema> }) {
  const { operation } = one
  const { summary = one.path, description, parameters = [], security = [] } = operation
  const body = operation.requestBody?.content?.['application/json']?.schema
  return (
    <article class="zx-panel" id={idOf(one)}>
      <h3><code>{one.method}</code> <code>{one.path}</code></h3>
      <p class="zx-reference-what"><b>{summary}</b>{security.length > 0 && <Tag>{security.some((each) => Object.keys(each).length === 0) ? '可以不登录' : '要登录'}</Tag>}</p>
      {description !== undefined && <p>{description}</p>}
      {parameters.length > 0 && (
        <Rows of={summary} caption="参数" rows={parameters.map((each) => ({ name: each.name, type: PLACES[each.in] ?? each.in, required: each.required === true, text: each.description ?? '' }))} />
      )}
      {body && <Rows of={summary} caption="请求正文" rows={describeSchema(body, schemas)} />}
      <dl class="zx-reference-answers">
        {Object.entries(operation.responses ?? {}).map(([status, response]) => {
          const schema = response.content?.['application/json']?.schema
          const rows = schema ? describeSchema(schema, schemas) : []
          return (
            <div>
              <dt><code>{status}</code></dt>
              <dd>
                {response.description}
                {rows.length > 0 && <details><summary>内容，{rows.length}项</summary><Rows of={summary} caption={`${status}的内容`} rows={rows} /></details>}
              </dd>
            </div>
          )
        })}
      </dl>
    </article>
  )
}

const PLACES: Readonly<Record<string, string>> = { path: '地址里', query: '问号后面', header: '请求头' }

function Rows({ of, caption, rows }: { of: string; caption: string; rows: readonly SchemaRow[] }) {
  if (rows.length === 0) return null
  return (
    <div class="zx-reference-table" tabindex={0} role="region" aria-label={`${of}：${caption}`}>
      <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col">字段</th><th scope="col">类型</th><th scope="col">必填</th><th scope="col">说明</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr><td><code>{row.name}</code></td><td>{row.type}</td><td>{row.required ? '是' : '可不填'}</td><td>{row.text}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
