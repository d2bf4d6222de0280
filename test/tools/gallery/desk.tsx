/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Clock } from '#law/clock-types.ts'
import { civilDate, formatShort } from '#law/civil-date.ts'
import { art } from '#law/citation.ts'
import { Actions } from '#ui/actions.tsx'
import { Badge, ClockBadge, Tag } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { CaseHead } from '#ui/case-head.tsx'
import { Cite } from '#ui/cite.tsx'
import { Bars, BarsLegend, ClockPanel } from '#ui/clock/index.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { KeyHint, KeyLine } from '#ui/key-hint.tsx'
import { WorkbenchPage } from '#ui/layout-workbench.tsx'
import { Chips, ClockChip, Pager } from '#ui/pager.tsx'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { SevenSteps } from '#ui/steps.tsx'
import { BulkBar, DataTable } from '#ui/table.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { RailKey } from '#ui/workbench-links.ts'
import { AWAITING, CONSULTING, EXTENDED, OVERDUE, PLAIN, REPLIED, RESTARTED, sampleClock, TODAY } from './sample.ts'

export const FRAME = {
  actor: { name: '承办人乙', unitName: '监管支队' },
  counts: { worklist: 14, signoff: 3, delivery: 2 },
  entries: ['worklist', 'cases', 'intake', 'signoff', 'delivery', 'consultation', 'precedents', 'report', 'calendar', 'catalogue'] as readonly RailKey[],
  search: { action: '/desk/cases' },
  notices: { href: '/desk/notices', count: 0 },
  csrf: 't',
}

const ROWS: ReadonlyArray<readonly [string, Clock, string, string, string]> = [
  ['2026-0171', OVERDUE, '2025年全市网约车治安检查情况统计表', '公民', '周一寄出，写明原因'],
  ['2026-0172', sampleClock('2026-10-26'), '安定派出所2024年办理的旅馆业特种行业许可档案', '企业', '法制审核意见'],
  ['2026-0176', sampleClock('2026-10-28'), '2023—2025年烟花爆竹运输许可发放明细', '公民', '拟部分公开告知书'],
  ['2026-0159', EXTENDED, '看守所食材配送项目合同、履约验收材料', '企业', '答第5问：给不给'],
  ['2026-0187', PLAIN, '江北大道与学府路口闯红灯自动记录系统验收、检定，以及近三年全部维护保养记录和历次计量检定证书', '公民', '检索，限11-25'],
  ['2026-0165', CONSULTING, '保安服务公司许可年审材料', '企业', '第三方意见，12-03期满'],
  ['2026-0183', AWAITING, '某小区2022年火灾事故调查档案', '公民', '等补正，限11-27'],
  ['2026-0184', RESTARTED, '补正后重新计算的一件', '公民', '检索'],
  ['2026-0190', REPLIED, '已经答复的一件', '公民', ''],
]

export function Worklist() {
  return (
    <WorkbenchPage {...FRAME} title="待办" context="2026年11月21日（周六）　非工作日，期限不走" current="worklist">
      <Chips label="按期限" items={[
        { label: '全部 14', href: '?', current: true },
        { label: <ClockChip tone="red" label="红" count={3} />, href: '?c=red' },
        { label: <ClockChip tone="amber" label="黄" count={3} />, href: '?c=amber' },
        { label: <ClockChip tone="green" label="绿" count={5} />, href: '?c=green' },
        { label: <ClockChip tone="paused" label="停" count={3} />, href: '?c=paused' },
      ]} end={<Button icon="save">存为视图</Button>} />
      <Panel flush foot={<><span>红：已过期限，或只剩2个工作日以内　黄：剩3至5个工作日　绿：剩6个以上　停：期限不走</span><span class="zx-push"><BarsLegend /></span></>}>
        <BulkBar count={1} note="先预览每一件的结果，确认后才执行" end={<Button>取消选择</Button>}><Button keys="A">转办…</Button><Button>催办…</Button></BulkBar>
        <DataTable
          caption="待办案件，按最晚答复日排"
          rows={ROWS}
          rowKey={([number]) => `row-${number}`}
          rowHref={([number]) => `/desk/cases/${number}`}
          select={{ name: 'case', value: ([number]) => number, label: ([number]) => `选${number}`, checked: ([number]) => number === '2026-0176' }}
          selected={([number]) => number === '2026-0176'}
          columns={[
            { key: 'clock', head: '期限', sorted: 'ascending', sortHref: '?sort=-due', tight: true, cell: ([, clock]) => <ClockBadge clock={clock} /> },
            { key: 'due', head: '最晚答复', tight: true, cell: ([, clock]) => (clock.dueOn === null ? <span class="zx-meta">期限不走</span> : <><b>{clock.dueOn.slice(5)}</b> {formatShort(clock.dueOn).slice(-3, -1)} {clock.originalDueOn !== null && <Tag tone="primary">延</Tag>}</>) },
            { key: 'number', head: '编号', tight: true, cell: ([number]) => <a href={`/desk/cases/${number}`}><b>{number}</b></a> },
            { key: 'content', head: '申请内容', clamp: true, cell: ([, , content]) => content },
            { key: 'kind', head: '申请人', tight: true, cell: ([, , , kind]) => kind },
            { key: 'received', head: '收到', tight: true, cell: ([, clock]) => <span class="zx-meta">{clock.receivedOn.slice(5)}</span> },
            { key: 'bars', head: '日格', cell: ([, clock]) => <Bars clock={clock} today={TODAY} /> },
            { key: 'next', head: '下一步', cell: ([, , , , next]) => next },
          ]}
        />
      </Panel>
      <Pager page={1} pages={3} href={(page) => `?page=${page}`} />
      <KeyLine hints={[{ keys: 'J K', label: '下一件、上一件' }, { keys: 'Enter', label: '打开' }, { keys: 'X', label: '选中' }, { keys: 'A', label: '转办' }, { keys: 'F', label: '筛选' }, { keys: '?', label: '全部快捷键' }]} end="14件，按最晚答复日排" />
    </WorkbenchPage>
  )
}

export function CasePage() {
  return (
    <WorkbenchPage {...FRAME} title="案件" current="cases" context={<><a href="/desk">返回待办</a><KeyHint keys="J" label="下一件" /><KeyHint keys="K" label="上一件" /></>}>
      <CaseHead number="2026-0159" subject="看守所食材配送项目合同、履约验收材料" tags={<><Tag>法人・商业企业</Tag><Tag tone="primary">办理中・第5问</Tag></>} badge={<ClockBadge clock={EXTENDED} long />} due="最晚11月30日（周一）" />
      <ClockPanel clock={EXTENDED} today={TODAY} dayTableHref="#days" sheetHref="#sheet" />
      <Columns kind="case">
        <Stack>
          <Panel title="七步审查" meta="已答4问" end={<Button kind="primary" href="#">答第5问：给不给</Button>}>
            <SevenSteps steps={[
              { name: '补不补', state: 'done', answer: '内容明确，不补正', article: '30条' },
              { name: '是不是', state: 'done', answer: '是政府信息', article: '2条' },
              { name: '谁负责', state: 'done', answer: '本局制作、保存', article: '10条' },
              { name: '有没有', state: 'done', answer: '有，检索到3件', article: '36条' },
              { name: '给不给', state: 'open', answer: '正在答', article: '37条、15条', href: '#' },
              { name: '怎么给', state: 'later', answer: '未答', article: '40条' },
              { name: '怎么答', state: 'later', answer: '未答', article: '36条' },
            ]} />
          </Panel>
          <Panel title="申请" end={<a href="#">看原件（3页）</a>}>
            <DefinitionList items={[
              { term: '所需信息', value: '2025年度云川市看守所食材配送项目的中标合同、补充协议和每季度履约验收材料' },
              { term: '收到', value: <>2026年9月29日（周二），邮寄（EMS），本局收发室签收 <Cite of={art('711', 31, undefined, 2)} /></> },
              { term: '申请人', value: <>申请人乙（统一社会信用代码 91**************7X）　<a href="#">查看全部，须写明事由</a></> },
              { term: '怎么给', value: '纸质件，邮寄' },
            ]} />
          </Panel>
          <Panel title="文书" meta="3份" flush>
            <DataTable caption="文书" rows={[['征求第三方意见书', '云公开征〔2026〕21号', '10-23交邮'], ['延长答复期限告知书', '云公开延〔2026〕17号', '11-12交邮']]} columns={[
              { key: 'n', head: '文书', cell: ([name]) => <a href="#">{name}</a> }, { key: 'o', head: '文号', cell: ([, number]) => number }, { key: 'd', head: '送达', tight: true, cell: ([, , sent]) => sent }, { key: 's', head: '状态', numeric: true, cell: () => <Tag tone="green">已送达</Tag> },
            ]} />
          </Panel>
        </Stack>
        <Stack as="aside">
          <Actions
            can={[{ button: <Button kind="primary" href="#">继续审查</Button>, about: '答第5问', cite: [art('711', 36), art('711', 37)] }, { button: <Button href="#">再征求意见</Button>, about: '第三方或者其他机关，15个工作日', cite: [art('711', 32), art('711', 34)] }]}
            more={<><Button>会商</Button><Button>查类案</Button><Button>登记撤回</Button></>}
            cannot={[{ label: '延长期限', reason: '本案已延长过一次', cite: art('711', 33, 2) }, { label: '拟答复书', reason: '第5至7问还没有答', cite: art('711', 36) }]}
          />
          <Panel title="经手人"><DefinitionList items={[{ term: '承办', value: '承办人乙，监管支队' }, { term: '审核', value: '科室负责人丙（不能是承办人）' }, { term: '签发', value: '签发人己' }]} /></Panel>
          <Panel title="经过" end={<a href="#">全部15条</a>}>
            <Timeline entries={[{ when: '11-20 周五', fact: '答第4问：有，3件', who: '承办人乙' }, { when: '11-12 周四', fact: '延长10个工作日，公开办负责人同意' }, { when: '11-06 周五', fact: '收到第三方意见，期限恢复', system: true }, { when: '09-29 周二', fact: '收到（EMS签收）' }]} check="记录校验：15条前后相接，未被改动" />
          </Panel>
        </Stack>
      </Columns>
    </WorkbenchPage>
  )
}

/** Every state of the clock below each other. */
export function Clocks() {
  const long = sampleClock('2026-09-01', [
    { type: 'consultation_started', id: 'a', kind: 'third_party', on: civilDate('2026-09-07'), servedOn: civilDate('2026-09-09') },
    { type: 'consultation_ended', id: 'a', on: civilDate('2026-09-09') },
    { type: 'consultation_started', id: 'b', kind: 'co_producer', on: civilDate('2026-09-14'), servedOn: civilDate('2026-09-15') },
    { type: 'consultation_ended', id: 'b', on: civilDate('2026-09-30') },
    { type: 'extended', on: civilDate('2026-10-15'), days: 20 },
  ])
  const tomorrow = sampleClock('2026-11-03', [], '2026-11-30')
  const fee = sampleClock('2026-10-09', [{ type: 'fee_notice_sent', on: civilDate('2026-11-05') }, { type: 'fee_notice_received', on: civilDate('2026-11-09') }])
  const provisional = sampleClock('2026-12-21', [], '2026-12-23')
  const all: ReadonlyArray<readonly [string, Clock, string]> = [
    ['延长', EXTENDED, TODAY], ['未有事', PLAIN, TODAY], ['等补正', AWAITING, TODAY], ['补正后', RESTARTED, TODAY], ['征求意见', CONSULTING, TODAY], ['待缴费', fee, TODAY],
    ['超期', OVERDUE, TODAY], ['超期很久', sampleClock('2026-10-23', [], '2026-12-30'), '2026-12-30'], ['已答复', REPLIED, TODAY], ['明天到期', tomorrow, '2026-11-30'], ['四十日以上', long, TODAY], ['未公布', provisional, '2026-12-23'],
  ]
  return (
    <WorkbenchPage {...FRAME} title="期限各种样子" current="calendar">
      {all.map(([name, clock, today]) => (
        <div><h2>{name} <ClockBadge clock={clock} /> <Bars clock={clock} today={civilDate(today)} /></h2><ClockPanel clock={clock} today={civilDate(today)} dayTableHref="#" /></div>
      ))}
      <Badge tone="red">1项须改</Badge>
    </WorkbenchPage>
  )
}
