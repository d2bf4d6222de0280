/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest'
import { art } from '#law/citation.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { GatePanel } from '#ui/letter-editor.tsx'
import { Pager } from '#ui/pager.tsx'
import { SevenSteps } from '#ui/steps.tsx'
import { DataTable } from '#ui/table.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { Tracker } from '#ui/tracker.tsx'

const HOSTILE = '<script>alert(1)</script>'

describe('table', () => {
  const table = (rows: readonly string[]) => String(
    <DataTable caption={HOSTILE} rows={rows} rowHref={(row) => `/desk/cases/${row}`} columns={[
      { key: 'due', head: '期限', sorted: 'ascending', cell: (row) => row },
      { key: 'pages', head: '页数', numeric: true, cell: () => '31' },
    ]} />,
  )

  it('says which column is sorted and puts numbers right', () => {
    expect(table(['1'])).toContain('aria-sort="ascending"')
    expect(table(['1'])).toMatch(/<td class="zx-num">31<\/td>/u)
  })

  it('prints hostile rows and captions as text', () => {
    expect(table([HOSTILE])).not.toContain('<script>')
  })

  it('says that it is empty', () => {
    expect(table([])).toContain('没有')
  })
})

describe('parts that must not rely on colour', () => {
  it('name the stage of the tracker', () => {
    const html = String(<Tracker stages={[{ label: '收到', state: 'done' }, { label: '办理中', state: 'now' }, { label: '答复', state: 'later' }]} />)
    expect(html).toContain('aria-current="step"')
    for (const word of ['已完成', '正在这一步', '还没到']) expect(html).toContain(word)
  })

  it('name the state of each of the seven steps', () => {
    expect(String(<SevenSteps steps={[{ name: '补不补', state: 'done', answer: '不补正' }]} />)).toContain('已答')
  })

  it('name the system in the timeline', () => {
    expect(String(<Timeline entries={[{ when: '11-06 周五', fact: '期限恢复', system: true }]} />)).toContain('系统：')
  })
})

describe('actions', () => {
  it('show what is forbidden with reason and article (ui.md §1.6)', () => {
    const html = String(<Actions can={[]} cannot={[{ label: '延长期限', reason: '本案已延长过一次', cite: art('711', 33, 2) }]} />)
    expect(html).toContain('延长期限：本案已延长过一次')
    expect(html).toContain('33条第二款')
  })
})

describe('gate', () => {
  it('counts what blocks, what needs a reason, and what passed', () => {
    const html = String(<GatePanel items={[{ level: 'block', text: HOSTILE }, { level: 'explain', text: '说明' }]} passed={['文号', '日期']} />)
    for (const words of ['1项须改', '1项须说明', '2项通过']) expect(html).toContain(words)
    expect(html).not.toContain('<script>')
  })
})

describe('citations', () => {
  it('are short in the workbench and full on the portal', () => {
    expect(String(<Cite of={art('711', 33, 2)} />)).toContain('33条第二款')
    expect(String(<Cite of={[art('711', 33, 2)]} form="full" />)).toContain('条例第三十三条第二款')
    expect(String(<Cite of={null} />)).toBe('')
  })
})

describe('buttons and pager', () => {
  it('claim only single keys for the script', () => {
    expect(String(<Button keys="A">转办…</Button>)).toContain('data-key="a"')
    expect(String(<Button keys="Ctrl Enter">保存</Button>)).not.toContain('data-key')
  })

  it('have no pager for one page', () => {
    expect(String(<Pager page={1} pages={1} href={(page) => `?page=${page}`} />)).toBe('')
    expect(String(<Pager page={2} pages={3} href={(page) => `?page=${page}`} />)).toMatch(/\?page=1.*第2页，共3页.*\?page=3/su)
  })

  it('have a pager that does not know its end where nobody counts, and one that leads back from behind the end', () => {
    const pager = (page: number, more: boolean) => String(<Pager page={page} pages={null} more={more} href={(to) => `?page=${to}`} />)
    expect(pager(1, false)).toBe('')
    expect(pager(1, true)).toMatch(/第1页<.*\?page=2/su)
    expect(pager(3, false)).toMatch(/\?page=2.*第3页<.*<span class="zx-meta">下一页/su)
    expect(String(<Pager page={5} pages={2} href={(to) => `?page=${to}`} />)).toMatch(/\?page=4/u)
  })
})
