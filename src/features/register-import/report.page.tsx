/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { decisionName } from '#features/desk/index.ts'
import { CHANNELS } from '#case/words.ts'
import type { FieldError } from '#platform/errors.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Checkbox, Csrf, ErrorSummary, HiddenField } from '#ui/form/index.ts'
import { Chips, Pager } from '#ui/pager.tsx'
import { Panel } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { FileReport } from './check-file.ts'
import { whereText } from './faulty-table.ts'
import type { ImportFacts } from './imports.ts'
import type { ImportedLine, LineFault } from './imported-line.ts'
import { twinSentence, type Prepared } from './prepare.ts'
import { shown } from './shown.ts'

const PER_PAGE = 50

interface ReportPageProps {
  readonly prepared: Prepared
  readonly report: FileReport
  readonly digest: string
  readonly twin: ImportFacts | null
  readonly show: { readonly list: 'faults' | 'good'; readonly page: number }
  readonly csrf: string
  readonly errors: readonly FieldError[]
}

/** The third step: what every line comes to. Nothing is written before the button. */
export function ReportPage({ prepared: { row, chosen }, report, digest, twin, show, csrf, errors }: ReportPageProps) {
  const { good, faults, faulty, passedOver } = report
  const base = `/desk/imports/${row.id}`
  const length = show.list === 'good' ? good.length : faults.length
  const page = Math.min(show.page, Math.max(1, Math.ceil(length / PER_PAGE)))
  const part = <T,>(rows: readonly T[]) => rows.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return (
    <>
      <ErrorSummary errors={errors} />
      {twin && <Notice tone="amber" title={`这个文件${twinSentence(twin)}`}><p>已经在系统里的登记号不会再导入一次。</p></Notice>}
      <Panel title={sumTitle(report)} edge={faulty.length > 0 ? 'amber' : 'primary'} meta="还没有导入">
        {good.length > 0 && <p>{becomes(good)}。不给申请人发通知，不生成文书。</p>}
        {passedOver.length > 0 && <p class="zx-meta">第{passedOver.slice(0, 10).join('、')}{passedOver.length > 10 ? `等${passedOver.length}` : ''}行没有登记号、申请人、收到日期，或者是重复的表头，不当作登记。</p>}
        {good.length > 0 && (
          <form method="post" action={`${base}/confirm`}>
            <Csrf token={csrf} />
            <HiddenField name="digest" value={digest} />
            {faulty.length > 0 && <Checkbox name="onlyGood" label={`只导入没有问题的${count(good.length)}行，有问题的${count(faulty.length)}行不导入`} />}
            <Buttons>
              <Button kind="primary">导入{count(good.length)}件</Button>
              <Button href={`${base}/columns`}>改列</Button>
              {faulty.length > 0 && <Button href={`${base}/faulty.csv`} icon="download">下载有问题的行</Button>}
              <Button href="/desk/imports">换一个文件</Button>
            </Buttons>
          </form>
        )}
        {good.length === 0 && (
          <Buttons>
            <Button href={`${base}/columns`} kind="primary">改列</Button>
            {faulty.length > 0 && <Button href={`${base}/faulty.csv`} icon="download">下载有问题的行</Button>}
            <Button href="/desk/imports">换一个文件</Button>
          </Buttons>
        )}
      </Panel>
      <Chips
        label="看哪些行"
        items={[
          { label: `有问题 ${count(faulty.length)}行`, href: `${base}?list=faults`, current: show.list === 'faults' },
          { label: `可以导入 ${count(good.length)}行`, href: `${base}?list=good`, current: show.list === 'good' },
        ]}
      />
      <Panel flush>
        {show.list === 'good'
          ? <DataTable caption="可以导入的行" columns={goodColumns} rows={part(good)} empty="没有可以导入的行" />
          : <DataTable caption="有问题的行" columns={faultColumns(chosen)} rows={part(faults)} empty="没有有问题的行" />}
      </Panel>
      <Pager page={page} pages={Math.ceil(length / PER_PAGE)} href={(other) => `${base}?list=${show.list}&page=${other}`} />
    </>
  )
}

function sumTitle({ good, faulty }: FileReport): string {
  if (good.length === 0 && faulty.length === 0) return '表头下面没有登记'
  if (faulty.length === 0) return `${count(good.length)}行都可以导入`
  return good.length === 0 ? `${count(faulty.length)}行都有问题，不能导入` : `${count(good.length)}行可以导入，${count(faulty.length)}行有问题`
}

function becomes(good: readonly ImportedLine[]): string {
  const kinds = [
    ['已归档', good.filter(({ end }) => end?.how === 'replied' && end.delivery !== null).length],
    ['待送达', good.filter(({ end }) => end?.how === 'replied' && end.delivery === null).length],
    ['已撤回', good.filter(({ end }) => end?.how === 'withdrawn').length],
    ['还没有答复、接着办', good.filter(({ end }) => end === null).length],
  ] as const
  return `导入以后：${kinds.flatMap(([word, many]) => (many > 0 ? [`${word}${count(many)}件`] : [])).join('、')}`
}

const goodColumns: Column<ImportedLine>[] = [
  { key: 'line', head: '行', numeric: true, tight: true, cell: ({ line }) => line },
  { key: 'number', head: '登记号', tight: true, cell: ({ number }) => <b>{number}</b> },
  { key: 'received', head: '收到', tight: true, cell: ({ receivedOn, channel }) => `${receivedOn} ${CHANNELS[channel]}` },
  { key: 'name', head: '申请人', cell: ({ name }) => name },
  { key: 'subject', head: '申请内容', clamp: true, cell: ({ subject }) => shown(subject) },
  { key: 'end', head: '结果', cell: ({ end }) => (end === null ? '还没有答复' : end.how === 'withdrawn' ? `${end.on} 撤回` : `${end.on} ${decisionName(end.decision)}`) },
  { key: 'delivered', head: '送达', tight: true, cell: ({ end }) => (end?.how !== 'replied' ? '' : (end.delivery?.on ?? '待送达')) },
  { key: 'notes', head: '说明', cell: ({ notes }) => <span class="zx-meta">{notes.join('；')}</span> },
]

function faultColumns(chosen: Prepared['chosen']): Column<LineFault>[] {
  return [
    { key: 'line', head: '行', numeric: true, tight: true, cell: ({ line }) => line },
    { key: 'field', head: '哪里', cell: ({ field, value }) => <><b>{field === null ? '这一行' : whereText(field, chosen)}</b><br />{value === '' ? <span class="zx-meta">空</span> : shown(value)}</> },
    { key: 'message', head: '问题和要求', cell: ({ message }) => <Message text={message} /> },
  ]
}

const LONG_LIST = 60

/** A long list of accepted words is folded up. */
function Message({ text }: { readonly text: string }) {
  const [what, words] = text.split('，可以写：')
  if (words === undefined || words.length <= LONG_LIST) return <>{text}</>
  return <>{what}<details class="zx-fold"><summary>可以写哪些</summary><p>{words}</p></details></>
}

function count(number: number): string {
  return number.toLocaleString('en')
}
