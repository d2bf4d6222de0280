/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldError } from '#platform/errors.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, DateField, ErrorSummary, errorOf, FieldRow, HiddenField, Segments, TextArea, TextField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { KINDS } from './item.schema.ts'
import type { PublishedItem } from './suggestions.table.ts'

interface ItemFormProps {
  /** Null: a new one. */
  readonly item: PublishedItem | null
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  /** What stood in the way of saving, in one sentence. */
  readonly refusal: string | null
  readonly done: string | null
  readonly editor: boolean
  readonly csrf: string
}

/** One item of the catalogue: its form, and taking it out. Supervisors read it. */
export function ItemFormPage({ item, values, errors, refusal, done, editor, csrf }: ItemFormProps) {
  const at = (name: string) => ({ name, value: values[name] ?? '', error: errorOf(errors, name) })
  const address = item === null ? '/desk/catalogue/new' : `/desk/catalogue/${item.id}`
  return (
    <>
      <ErrorSummary errors={errors} />
      {refusal !== null && <Notice tone="red" title="没有保存" live><p>{refusal}</p></Notice>}
      {done !== null && <Notice tone="green" title={done} live />}
      <Columns kind="case">
        <Panel title={item === null ? '添一条' : '这一条'}>
          <form method="post" action={address} novalidate>
            <Csrf token={csrf} />
            {item !== null && <HiddenField name="version" value={values['version'] ?? String(item.version)} />}
            <Segments label="类别" options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))} {...at('kind')} />
            <TextField label="名称" help="照文件上的写，申请人按这个找" maxlength={200} {...at('title')} />
            <FieldRow>
              <TextField label="文号" mark="没有不填" maxlength={100} {...at('documentRef')} />
              <TextField label="索引号" mark="没有不填" maxlength={100} {...at('indexNumber')} />
              <DateField label="公开日期" mark="目录里的写生成日期" {...at('publishedOn')} />
            </FieldRow>
            <TextField label="网址" help="已经公开的必须有；目录里没有上网的不填" placeholder="https://" maxlength={1000} {...at('url')} />
            <TextArea label="内容概述" mark="可不填" help="写上申请人会用的词，更容易找到" rows={4} max={1000} {...at('summary')} />
            {editor && <Buttons><Button kind="primary">{item === null ? '添上' : '保存'}</Button><Button href="/desk/catalogue">返回目录</Button></Buttons>}
          </form>
        </Panel>
        <Stack as="aside">
          {item !== null && (
            <Panel title={item.active ? '正在用' : '已经停用'}>
              <p class="zx-meta">{item.changedBy}最后改动，第{item.version}版。</p>
              {item.url !== null && <p><a href={item.url} target="_blank" rel="noopener noreferrer">看看网址对不对（新窗口）</a></p>}
              {editor && (
                <form method="post" action={`${address}/${item.active ? 'retire' : 'restore'}`}>
                  <Csrf token={csrf} />
                  <Buttons><Button>{item.active ? '停用' : '恢复使用'}</Button></Buttons>
                </form>
              )}
              <p class="zx-meta">停用的不再列给申请人，统计还在。</p>
            </Panel>
          )}
          <Panel title="怎么找到的"><p>申请人写的名称、文号、描述，和这里的名称、文号、概述，两个字两个字地比。文号写对的排在最前。</p></Panel>
        </Stack>
      </Columns>
    </>
  )
}
