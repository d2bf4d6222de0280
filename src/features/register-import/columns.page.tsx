/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldError } from '#platform/errors.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary, errorOf, FieldRow, FormSection, HiddenField, Radios, Select, TextField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { DataTable } from '#ui/table.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { FIELD_NAMES, fieldOf, FIELDS, type FieldName } from './fields.ts'
import { columnName, constantsOf, sourceText } from './mapping.ts'
import type { Prepared } from './prepare.ts'
import { shown } from './shown.ts'

const SAMPLE = 5

/** Which groups of fields stand together, in the order of the work. */
const GROUPS: readonly { readonly title: string; readonly names: readonly FieldName[] }[] = [
  { title: '登记', names: ['number', 'receivedOn', 'channel', 'description', 'subject', 'form', 'way'] },
  { title: '申请人', names: ['name', 'kind', 'documentType', 'documentNumber', 'phone', 'email', 'address', 'postcode'] },
  { title: '补正、延期', names: ['correctionOn', 'respondBy', 'correctedOn', 'extendedOn', 'extensionDays'] },
  { title: '答复、送达', names: ['decision', 'repliedOn', 'documentRef', 'reason', 'deliveredOn', 'service', 'evidence', 'handler'] },
]

/** The second step: where each fact stands. What the heads say is chosen already. */
export function ColumnsPage({ prepared, csrf, errors }: { readonly prepared: Prepared; readonly csrf: string; readonly errors: readonly FieldError[] }) {
  const { row, table: { sheets }, chosen } = prepared
  const { head, rows, mapping, sheet } = chosen
  const used = head.columns.map((name, column) => ({ column, name })).filter(({ column, name }) => name !== '' || rows.some((cells) => (cells[column] ?? '') !== ''))
  const left = used.filter(({ column, name }) => name !== '' && !Object.values(mapping).some((source) => 'column' in source && source.column === column))
  const option = (name: FieldName) => [
    { value: '', label: fieldOf(name).required ? '请选择' : '文件里没有' },
    ...used.map(({ column, name: own }) => ({ value: String(column), label: `${columnName(column)}　${own}` })),
    ...constantsOf(name).map(({ value, label }) => ({ value: `=${value}`, label })),
  ]
  return (
    <>
      <ErrorSummary errors={errors} />
      {FIELD_NAMES.every((name) => mapping[name] === undefined) && <Notice tone="amber" title={`第${head.line}行不像表头`}><p>没有认出“登记号”“收到日期”这样的词。表头在别的行的，写上行号再看一遍。</p></Notice>}
      <form method="post" action={`/desk/imports/${row.id}/columns`}>
        <Csrf token={csrf} />
        <HiddenField name="shown" value={`${sheet}/${head.line}`} />
        <Columns kind="case">
          <Stack>
            {GROUPS.map(({ title, names }, index) => (
              <FormSection title={title} jump={(index + 1) as 1 | 2 | 3 | 4}>
                {pairs(names).map((pair) => (
                  <FieldRow of={2}>
                    {pair.map((name) => {
                      const error = errorOf(errors, name)
                      return <Select name={name} label={FIELDS[name].label} {...(fieldOf(name).required ? {} : { mark: '可没有' })} value={sourceText(mapping[name])} options={option(name)} {...(error === undefined ? {} : { error })} />
                    })}
                  </FieldRow>
                ))}
              </FormSection>
            ))}
            <Buttons><Button kind="primary">逐行检查</Button><Button href="/desk/imports">换一个文件</Button></Buttons>
          </Stack>
          <Stack as="aside">
            <Panel title="表头" meta="第2步，共3步">
              {sheets.length > 1
                ? <Radios name="sheet" label="哪一张表" value={String(sheet)} options={sheets.map(({ name, rows: own }, index) => ({ value: String(index), label: `${name}（${own.length}行）` }))} />
                : <HiddenField name="sheet" value={String(sheet)} />}
              <TextField name="headLine" label="表头在第几行" value={String(head.line)} inputmode="numeric" width="short" />
              <Buttons><Button name="again" value="yes" small>重新看表头</Button></Buttons>
            </Panel>
            <Panel title="用不上的列" meta={left.length > 0 ? `${left.length}列` : undefined}>
              {left.length > 0 ? <p>{left.map(({ column, name }) => `${name}（${columnName(column)}）`).join('、')}</p> : <p class="zx-meta">没有，每一列都用上了。</p>}
              <p class="zx-meta">选好的列会记住，下次上传同样的表不用再选。</p>
            </Panel>
          </Stack>
        </Columns>
      </form>
      <Panel title={row.fileName} meta={`开头${Math.min(SAMPLE, Math.max(0, rows.length - head.from + 1))}行`} flush>
        <DataTable
          caption="文件开头的几行"
          columns={[{ key: 'line', head: '行', tight: true, numeric: true, cell: ({ line }: Sample) => line }, ...used.map(({ column, name }) => ({ key: String(column), head: <>{columnName(column)}<br />{name}</>, clamp: true, cell: ({ cells }: Sample) => shown(cells[column] ?? '') }))]}
          rows={rows.slice(head.from - 1, head.from - 1 + SAMPLE).map((cells, index) => ({ line: head.from + index, cells }))}
          empty="表头下面没有内容"
        />
      </Panel>
    </>
  )
}

interface Sample {
  readonly line: number
  readonly cells: readonly string[]
}

function pairs<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) => items.slice(index * 2, index * 2 + 2))
}
