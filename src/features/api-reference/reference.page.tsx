/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Document } from '#ui/head.tsx'
import { Mark } from '#ui/icons.tsx'
import type { Schema } from './describe-schema.ts'
import { idOf, OperationPart, type Listed, type Operation } from './operation-part.tsx'

export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Record<string, Record<string, Operation>>
  readonly components?: { readonly schemas?: Record<string, Schema> }
}

interface Group {
  readonly name: string
  readonly description: string
  readonly list: readonly Listed[]
}

/** Operations by tag, in the order in which the document declares the tags. */
function groupsOf(document: ApiDocument): Group[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const byTag = Map.groupBy(all, ({ operation }) => operation.tags?.[0] ?? '其他')
  const declared = (document.tags ?? []).map(({ name, description = '' }) => ({ name, description }))
  const others = [...byTag.keys()].filter((tag) => !declared.some(({ name }) => name === tag)).map((name) => ({ name, description: '' }))
  return [...declared, ...others].flatMap((tag) => (byTag.has(tag.name) ? [{ ...tag, list: byTag.get(tag.name)! }] : []))
}

/** The whole API on one page, readable without JavaScript. */
export function ReferencePage({ document }: { document: ApiDocument }) {
  const groups = groupsOf(document)
  const schemas = document.components?.schemas ?? {}
  return (
    <Document title="接口文档 · 知悉" bodyClass="zx zx-reference" sheet="reference">
      <div class="zx-reference-page">
        <nav class="zx-reference-side no-print" aria-label="接口目录">
          <p class="zx-reference-brand"><Mark size={28} /><b>知悉 接口</b></p>
          <Index groups={groups} />
        </nav>
        <main id="main" tabindex={-1}>
          <h1>{document.info.title}</h1>
          {document.info.description?.split('\n\n').map((text) => <p>{text}</p>)}
          <p><a href="/api/v1/openapi.json">OpenAPI 3.1 文档（JSON）</a></p>
          <details class="zx-reference-menu no-print"><summary>目录</summary><nav aria-label="目录"><Index groups={groups} /></nav></details>
          {groups.map(({ name, description, list }) => (
            <section aria-label={name}>
              <h2>{name}</h2>
              {description !== '' && <p class="zx-meta">{description}</p>}
              {list.map((one) => <OperationPart one={one} schemas={schemas} />)}
            </section>
          ))}
        </main>
      </div>
    </Document>
  )
}

function Index({ groups }: { groups: readonly Group[] }) {
  return (
    <>
      {groups.map(({ name, list }) => (
        <>
          <p class="zx-reference-group">{name}</p>
          <ul>{list.map((one) => <li><a href={`#${idOf(one)}`}><code>{one.method}</code><span>{one.operation.summary ?? one.path}</span></a></li>)}</ul>
        </>
      ))}
    </>
  )
}

/** The page from a generated document. */
export function referencePage(document: unknown) {
  return <ReferencePage document={document as ApiDocument} />
}
