/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Document } from '#ui/head.tsx'
import { describeSchema, type Schema } from './describe-schema.ts'

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Record<string, unknown>[]
  readonly parameters?: readonly { name: string; in: string; required?: boolean; description?: string }[]
  readonly requestBody?: { content?: Record<string, { schema?: Schema }> }
  readonly responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}

export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Record<string, Record<string, Operation>>
  readonly components?: { readonly schemas?: Record<string, Schema> }
}

interface Listed {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

const idOf = ({ method, path }: Listed) => `${method}-${path}`.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()

/** The whole API on one page, readable without JavaScript. */
export function ReferencePage({ document }: { document: ApiDocument }) {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const groups = Map.groupBy(all, ({ operation }) => operation.tags?.[0] ?? '其他')
  const schemas = document.components?.schemas ?? {}
  return (
    <Document title="接口文档 · 知悉" bodyClass="zx zx-desk-size zx-reference">
      <div class="zx-reference-page">
        <nav aria-label="接口目录">
          <p><b>知悉 接口</b></p>
          {[...groups].map(([tag, list]) => (
            <section>
              <h2>{tag}</h2>
              <ul>{list.map((one) => <li><a href={`#${idOf(one)}`}><code>{one.method}</code> {one.operation.summary ?? one.path}</a></li>)}</ul>
            </section>
          ))}
        </nav>
        <main id="main" tabindex={-1}>
          <h1>{document.info.title}</h1>
          {document.info.description?.split('\n\n').map((text) => <p>{text}</p>)}
          <p><a href="/api/v1/openapi.json">OpenAPI 3.1 文档（JSON）</a></p>
          {[...groups].map(([tag, list]) => (
            <section aria-label={tag}>
              <h2>{tag}</h2>
              {list.map((one) => <OperationPart one={one} schemas={schemas} />)}
            </section>
          ))}
        </main>
      </div>
    </Document>
  )
}

function OperationPart({ one, schemas }: { one: Listed; schemas: Record<string, Schema> }) {
  const { operation } = one
  const body = operation.requestBody?.content?.['application/json']?.schema
  return (
    <article id={idOf(one)}>
      <h3><code>{one.method}</code> <code>{one.path}</code></h3>
      <p>{[operation.summary, operation.description].filter(Boolean).join('。')}</p>
      {operation.security && operation.security.length > 0 && (
        <p>{operation.security.some((each) => Object.keys(each).length === 0) ? '可以不登录' : '要登录'}</p>
      )}
      {operation.parameters && operation.parameters.length > 0 && (
        <Rows caption="参数" rows={operation.parameters.map((each) => ({ name: each.name, type: each.in, required: each.required === true, text: each.description ?? '' }))} />
      )}
      {body && <Rows caption="请求正文" rows={describeSchema(body, schemas)} />}
      {Object.entries(operation.responses ?? {}).map(([status, response]) => {
        const schema = response.content?.['application/json']?.schema
        return (
          <div>
            <p><b>{status}</b> {response.description}</p>
            {schema && <Rows caption={`${status}的内容`} rows={describeSchema(schema, schemas)} />}
          </div>
        )
      })}
    </article>
  )
}

function Rows({ caption, rows }: { caption: string; rows: readonly { name: string; type: string; required: boolean; text: string }[] }) {
  return (
    <div class="zx-reference-table" tabindex={0} role="region" aria-label={caption}>
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

/** The page from a generated document. */
export function referencePage(document: unknown) {
  return <ReferencePage document={document as ApiDocument} />
}
