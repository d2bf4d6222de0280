/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { momentText } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { FieldError } from '#platform/errors.ts'
import { TABLE_ROWS } from '#platform/tables/table-reader.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, Buttons } from '#ui/button.tsx'
import { controlAttributes, Csrf, ErrorSummary, errorOf, Field } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { ImportFacts } from './imports.ts'

interface UploadPageProps {
  readonly imports: readonly ImportFacts[]
  readonly today: CivilDate
  readonly csrf: string
  readonly errors: readonly FieldError[]
  readonly canRead: boolean
}

/** The first step, and what was imported before. */
export function UploadPage({ imports, today, csrf, errors, canRead }: UploadPageProps) {
  const error = errorOf(errors, 'file')
  const field = { name: 'file', label: '登记表文件', help: `xlsx或者csv，最大10MB、${TABLE_ROWS.toLocaleString('en')}行`, ...(error === undefined ? {} : { error }) }
  return (
    <>
      <ErrorSummary errors={errors} />
      <Columns kind="halves">
        <Stack>
          <Panel title="上传以前的登记表" meta="第1步，共3步">
            {!canRead && <Notice tone="amber" title="这套系统现在的运行环境不能读表格文件"><p>请在服务器上运行知悉，再导入旧登记。</p></Notice>}
            <form method="post" action="/desk/imports" enctype="multipart/form-data">
              <Csrf token={csrf} />
              <Field {...field}>
                <input type="file" class="form-control" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" {...controlAttributes(field)} />
              </Field>
              <p class="zx-meta">上传只是看，一件也不会导入。文件加密保存，导入后马上清除；一直没有导入的，一天后清除。</p>
              <Buttons><Button kind="primary">上传，看看有哪些列</Button></Buttons>
            </form>
          </Panel>
        </Stack>
        <Stack as="aside">
          <Panel title="导入以后">
            <ul>
              <li>每行成为一件案件，编号用原来的登记号</li>
              <li>答复、送达过的直接归档，期限和是否超期照原来的日期计算</li>
              <li>还没有答复的接着办，期限从收到日期算起</li>
              <li>不给申请人发任何通知，不生成回执和文书</li>
              <li>要么全部导入，要么一件也不导入</li>
            </ul>
          </Panel>
        </Stack>
      </Columns>
      <Panel title="以前导入的" meta={imports.length > 0 ? `最近${imports.length}次` : undefined} flush>
        <DataTable caption="以前导入的" columns={columns(today)} rows={imports} empty="还没有导入过" />
      </Panel>
    </>
  )
}

function columns(today: CivilDate): Column<ImportFacts>[] {
  return [
    { key: 'when', head: '时间', tight: true, cell: ({ importedAt, madeAt }) => momentText(importedAt ?? madeAt, today) },
    { key: 'who', head: '谁', tight: true, cell: ({ importedByName, madeByName }) => importedByName ?? madeByName },
    { key: 'file', head: '文件', cell: ({ id, fileName, status, kept }) => (status === 'imported' || kept ? <a href={`/desk/imports/${id}`}>{fileName}</a> : fileName) },
    { key: 'state', head: '结果', tight: true, cell: ({ status, kept }) => (status === 'imported' ? <Badge tone="done">已导入</Badge> : kept ? <Badge tone="amber" shape="triangle">还没有导入</Badge> : <Badge tone="paused" shape="bars">没有导入，文件已清除</Badge>) },
    { key: 'count', head: '导入', numeric: true, cell: ({ status, imported }) => (status === 'imported' ? `${imported.toLocaleString('en')}件` : '') },
    { key: 'left', head: '没有导入', numeric: true, cell: ({ leftOut }) => (leftOut > 0 ? `${leftOut.toLocaleString('en')}行` : '') },
  ]
}
