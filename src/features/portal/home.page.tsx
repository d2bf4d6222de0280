/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { LinkList } from '#ui/lists.tsx'
import { Columns } from '#ui/panel.tsx'
import { Hero, Section, Tiles, type Tile } from '#ui/portal-parts.tsx'
import { AuthoritySwitch } from './authority-switch.tsx'
import type { Authorities } from './chosen-authority.ts'
import { Branches, Contact } from './contact.tsx'
import { HowLong } from './how-long.tsx'
import { TodayPromise } from './today-promise.tsx'

const TASKS: readonly Tile[] = [
  { icon: 'page-add', label: '申请公开', href: '/apply', about: '写清需要什么信息，提交后当场拿到回执和查询码' },
  { icon: 'search', label: '查询进度', href: '/status', about: '凭申请编号和查询码，看办到哪一步、哪天答复' },
  { icon: 'book', label: '公开指南', href: '/guide', about: '怎么申请、窗口在哪里、不服怎么办' },
  { icon: 'calculator', label: '期限与费用计算', href: '/calculators', about: '算最晚答复日；算大量申请时的信息处理费' },
]

const PUBLISHED = [
  { label: '哪些信息已经公开，到哪里看', href: '/guide#published', about: '已经公开的不用申请，当天就能拿到' },
  { label: '年度报告', href: '/annual-reports', about: '每年收到多少申请、怎么答复的' },
  { label: '哪些信息不能公开，为什么', href: '/guide#limits', about: '国家秘密、个人隐私、商业秘密等' },
] as const

/** Home: the task and the promise side by side, then everything else below. */
export function HomePage({ today, calendar, authorities }: { today: CivilDate; calendar: WorkingCalendar; authorities: Authorities }) {
  const { chosen, all } = authorities
  const others = all.filter(({ id }) => id !== chosen.id)
  return (
    <>
      <AuthoritySwitch path="/" of={authorities} />
      <Hero beside={<TodayPromise today={today} calendar={calendar} />}>
        <h1>申请公开政府信息</h1>
        <p class="zx-lede">您可以申请获取{chosen.name}制作或者保存的信息。公民、法人和其他组织都可以申请，不用说明用途，一般不收费。</p>
        <Buttons note={<>大约5分钟，手机可以办。不方便上网？<a href="/guide#channels">到窗口、寄信或者请人代写</a>。存过草稿？<a href="/apply/resume">用续写码接着写</a></>}>
          <Button kind="primary" href="/apply" iconAfter="chevron">开始申请</Button>
          <Button href="/status">查询进度</Button>
        </Buttons>
      </Hero>
      <Section title="您要办什么"><Tiles items={TASKS} /></Section>
      <Section title="怎么办，多久办好"><HowLong today={today} /></Section>
      <div class="zx-section-block">
        <Columns kind="halves">
          <div><h2>先看看，可能已经公开了</h2><LinkList rows={PUBLISHED} /></div>
          <div><h2>找我们</h2><Contact of={chosen} /></div>
        </Columns>
      </div>
      {others.length > 0 && <Section title="其他机关怎么联系" id="branches"><Branches of={others} /></Section>}
    </>
  )
}
