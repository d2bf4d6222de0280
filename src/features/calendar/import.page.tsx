/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldError } from '#platform/errors.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { controlAttributes, Csrf, ErrorSummary, errorOf, Field, HiddenField, TextArea, TextField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import type { ImportValues } from './import-form.ts'

interface ImportPageProps {
  readonly values: ImportValues
  readonly errors: readonly FieldError[]
  readonly csrf: string
  /** The first year that is not known yet. */
  readonly nextYear: number
}

/** 导入放假安排: pasted, uploaded or typed; all three lead to a preview. */
export function ImportPage({ values, errors, csrf, nextYear }: ImportPageProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <Columns kind="halves">
        <Stack>
          <Panel title="贴上，或者传文件" meta="公布的格式，一年或者几年">
            <form method="post" action="/desk/calendar/import" enctype="multipart/form-data">
              <Csrf token={csrf} />
              <HiddenField name="way" value="json" />
              <TextArea name="json" label="安排（JSON）" rows={14} value={values.json} placeholder={example(nextYear)} error={errorOf(errors, 'json')} />
              <FileField error={errorOf(errors, 'file')} />
              <Buttons><Button kind="primary">预览</Button><Button href="/desk/calendar">返回日历</Button></Buttons>
            </form>
          </Panel>
        </Stack>
        <Stack>
          <Panel title="照通知逐行写" meta="一年">
            <form method="post" action="/desk/calendar/import">
              <Csrf token={csrf} />
              <HiddenField name="way" value="typed" />
              <TextField name="year" label="年份" value={values.year} inputmode="numeric" width="short" error={errorOf(errors, 'year')} />
              <TextArea name="off" label="放假" help="一行写一天或者一段，连同其间的周末，例如2月5日至12日" rows={8} value={values.off} error={errorOf(errors, 'off')} />
              <TextArea name="work" label="调休上班" mark="没有就不填" help="一行写一天，是周六或者周日" rows={5} value={values.work} error={errorOf(errors, 'work')} />
              <TextArea name="notice" label="通知的网址" mark="可不填" rows={2} value={values.notice} error={errorOf(errors, 'notice')} />
              <Buttons><Button kind="primary">预览</Button><Button href="/desk/calendar">返回日历</Button></Buttons>
            </form>
          </Panel>
        </Stack>
      </Columns>
      <p class="zx-meta">预览只是看，什么也不改。已经在用的年份，内容一样就不会再做一次；内容不一样，就按新的更正，旧的留底。</p>
    </>
  )
}

/** A file takes the place of what was pasted. */
function FileField({ error }: { error: string | undefined }) {
  const props = { name: 'file', label: '文件', mark: '传了文件，上面贴的就不看', ...(error === undefined ? {} : { error }) }
  return (
    <Field {...props}>
      <input type="file" class="form-control" accept=".json,application/json,text/plain" {...controlAttributes(props)} />
    </Field>
  )
}

function example(year: number): string {
  return `{\n  "${year}": {\n    "notice": ["https://www.gov.cn/…"],\n    "off": ["${year}-01-01", "${year}-01-02", …],\n    "work": ["${year}-01-30", …]\n  }\n}`
}
