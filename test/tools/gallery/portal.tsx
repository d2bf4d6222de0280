/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Badge } from '#ui/badge.tsx'
import { Button, Buttons } from '#ui/button.tsx'
import { Article } from '#ui/cite.tsx'
import { Strip } from '#ui/clock/index.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { LinkList } from '#ui/lists.tsx'
import { PortalPage } from '#ui/layout-portal.tsx'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Hero, Path, Section, Tiles } from '#ui/portal-parts.tsx'
import { ReceiptCard } from '#ui/receipt-card.tsx'
import { DoneTitle, TodoPanel } from '#ui/todo-panel.tsx'
import { Tracker } from '#ui/tracker.tsx'
import { AGENCY, AWAITING, PLAIN, TODAY, TODAY_FILED } from './sample.ts'

function Promise() {
  return (
    <div class="zx-promise">
      <Panel tinted>
        <p><b>今天提交，最晚哪天答复</b></p>
        <p class="zx-key-date">2026年12月18日（周五）</p>
        <Strip clock={TODAY_FILED} today={TODAY} size="home" />
        <p>今天11月21日（周六）提交，当天就算收到。收到当天不计，从11月23日（周一）起数<b>20个工作日</b>。</p>
        <p><Article>《政府信息公开条例》第三十三条</Article>　<a href="/calculators">换一天算一算</a></p>
      </Panel>
    </div>
  )
}

export function Home() {
  return (
    <PortalPage title="申请公开政府信息" agency={AGENCY} current="home" path="/">
      <Hero beside={<Promise />}>
        <h1>申请公开政府信息</h1>
        <p class="zx-lede">您可以申请获取本局制作或者保存的信息。公民、法人和其他组织都可以申请，不用说明用途，一般不收费。</p>
        <div class="zx-buttons"><Button kind="primary" href="/apply" iconAfter="chevron">开始申请</Button><Button href="/status">查询进度</Button></div>
        <p class="zx-meta">大约5分钟，手机可以办。不方便上网？<a href="/guide">到窗口、寄信或者请人代写</a></p>
      </Hero>
      <Section title="您要办什么">
        <Tiles items={[
          { icon: 'page-add', label: '申请公开', href: '/apply', about: '写清需要什么信息，提交后当场拿到回执和查询码' },
          { icon: 'search', label: '查询进度', href: '/status', about: '凭申请编号和查询码，看办到哪一步、哪天答复' },
          { icon: 'book', label: '公开指南', href: '/guide', about: '哪些已经公开、怎么申请、窗口在哪里' },
          { icon: 'calculator', label: '期限与费用计算', href: '/calculators', about: '算最晚答复日；算大量申请时的信息处理费' },
        ]} />
      </Section>
      <Section title="怎么办，多久办好">
        <Path steps={[
          { figure: '当天', title: '提交申请', text: '网上提交，系统自动出回执，提交当天就是收到日。', article: <Article block>条例第三十一条</Article> },
          { figure: '7', unit: '个工作日内', title: '内容不清楚，请您补正', text: '只通知一次，一次说清要补什么。收到补正那天起，重新计算答复期限。', article: <Article block>条例第三十条</Article> },
          { figure: '20', unit: '个工作日内', title: '答复您', text: '需要延长的，最多再加20个工作日，会提前告诉您。征求别人意见的时间不计算在内。', article: <Article block>条例第三十三条</Article> },
          { figure: '60', unit: '日内', title: '不服，可以申请复议', text: '答复书会写明怎么复议、怎么起诉。多数答复也可以在6个月内直接起诉。', article: <Article block>行政复议法第二十条</Article> },
        ]} />
      </Section>
      <Columns kind="halves">
        <Section title="先看看，可能已经公开了">
          <LinkList rows={[
            { label: '户籍、居住证办事指南（2026年版）', href: '#', about: '9月14日更新' },
            { label: '固定式交通技术监控设备设置地点', href: '#', about: '6月18日公布' },
            { label: '行政处罚裁量基准', href: '#', about: '3月2日公布' },
          ]} />
        </Section>
        <Section title="找我们">
          <DefinitionList big items={[
            { term: '咨询电话', value: <><a class="zx-big" href="tel:000066281201">0000-6628 1201</a><p class="zx-meta">工作日 8:30–12:00，14:30–17:30</p></> },
            { term: '监督电话', value: <><a class="zx-big" href="tel:000066281209">0000-6628 1209</a><p class="zx-meta">对办理不满意，打这个电话</p></> },
            { term: '服务窗口', value: <>云川市安定路8号一楼3号窗口<p class="zx-meta">邮编000000，信封请写“政府信息公开申请”</p></> },
          ]} />
        </Section>
      </Columns>
    </PortalPage>
  )
}

export function Receipt() {
  return (
    <PortalPage title="收到您的申请了" agency={AGENCY} current="apply" path="/receipt" narrow>
      <DoneTitle title="收到您的申请了">请记下或者拍下申请编号和查询码。查询进度要用这两样。</DoneTitle>
      <ReceiptCard agencyName={AGENCY.name} number="2026-0187" code="K7M4 2Q9T" qr={<svg viewBox="0 0 21 21" role="img" aria-label="查询进度的二维码"><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0zM9 9h3v3H9zM14 14h2v2h-2zM18 18h3v3h-3z" fill="#172033" /></svg>}
        facts={[{ term: '申请内容', value: '江北大道与学府路口闯红灯自动记录系统的验收报告、检定证书' }, { term: '申请人', value: '申请人甲（公民）' }, { term: '怎么给您', value: '电子邮件，PDF文件' }]}
        dates={[
          { label: '收到日', date: '2026年11月2日（周一）', why: '您在网上21时14分提交，系统当场自动确认，确认当天就是收到日。', article: <Article block>条例第三十一条第三项</Article> },
          { label: '最晚答复日', date: '2026年11月30日（周一）', why: '收到当天不计，从11月3日（周二）起数20个工作日，周末不数。', article: <Article block>条例第三十三条第二款</Article> },
        ]}>
        <Strip clock={{ ...PLAIN, countedWorkingDays: 0 }} today={PLAIN.receivedOn} size="receipt" />
      </ReceiptCard>
      <Buttons><Button kind="primary" icon="print" action="print">打印回执</Button><Button icon="download" href="/r.pdf">存成PDF</Button><Button href="/status">查看进度</Button></Buttons>
      <Section title="接下来">
        <ol class="zx-next-list"><li><b>11月11日（周三）前</b>，如果内容不够清楚，会通知您补正，只通知一次。</li><li>如果要征求别人的意见，会告诉您。</li></ol>
      </Section>
    </PortalPage>
  )
}

export function Status() {
  return (
    <PortalPage title="申请2026-0187" agency={AGENCY} current="status" back={{ href: '/status', label: '返回：查询进度' }} path="/status/x?code=1" textSize="standard">
      <div class="zx-page-head"><h1>申请 2026-0187</h1><p class="zx-help">申请人甲　2026年11月2日（周一）收到</p></div>
      <p>江北大道与学府路口闯红灯自动记录系统的验收报告、检定证书</p>
      <TodoPanel tone="green" title="现在不用您做什么"><p>本局正在查找和核对信息。如果需要您补正或者缴费，会发短信和邮件，这里也会出现按钮。</p></TodoPanel>
      <Section title="办到哪一步了">
        <Tracker stages={[
          { label: '收到', state: 'done', detail: '11月2日（周一）网上提交' },
          { label: '受理', state: 'done', detail: '11月3日（周二）内容清楚，不用补正' },
          { label: '办理中', state: 'now', detail: '交通管理支队正在查找、核对。11月4日（周三）开始' },
          { label: '答复', state: 'later', detail: '最晚11月30日（周一）发到您的邮箱' },
        ]} />
      </Section>
      <Panel tinted title="最晚11月30日（周一）答复" meta={<>已过<b>14</b>个工作日，还剩<b>6</b>个</>}>
        <Strip clock={PLAIN} today={TODAY} size="status" />
        <p>收到当天不计，从11月3日（周二）起数20个工作日。<Article>条例第三十三条第二款</Article></p>
        <p><a href="/why">这一天会变吗？</a></p>
      </Panel>
      <Columns kind="halves">
        <Section title="文书"><LinkList rows={[{ label: '登记回执', href: '#', about: '11月2日（周一），PDF，86KB', end: <Button href="#">下载</Button> }, { label: '您的申请表', href: '#', about: '11月2日（周一），PDF，112KB', end: <Button href="#">下载</Button> }]} /></Section>
        <Section title="您随时可以"><LinkList rows={[{ label: '补充材料', href: '#', about: '能帮助查找的文件、照片' }, { label: '撤回申请', href: '#', about: '撤回后不再办理，以后还可以重新申请' }]} /></Section>
      </Columns>
    </PortalPage>
  )
}

export function Correction() {
  return (
    <PortalPage title="申请2026-0183" agency={AGENCY} current="status" back={{ href: '/status', label: '返回：查询进度' }} path="/status">
      <h1>申请 2026-0183</h1>
      <TodoPanel tone="amber" kicker="需要您补正" title="11月27日（周五）前补正" items={['写明小区名称或者火灾地址', '写明要调查报告，还是事故认定书']} action={<Button kind="primary" wide href="/c">现在补正</Button>}>
        <p>还剩5个工作日，只通知这一次。没有正当理由过期不补，就当您放弃申请。</p><Article block>条例第三十条</Article>
      </TodoPanel>
      <Stack>
        <Panel tinted title="答复期限现在不走">
          <p>收到您补正的那天起，重新数20个工作日。<b>今天补正，最晚12月18日（周五）答复。</b></p>
          <Strip clock={TODAY_FILED} today={TODAY} size="receipt" legend={false} />
          <Strip clock={AWAITING} today={TODAY} size="status" />
        </Panel>
      </Stack>
      <p><Badge tone="green">已送达</Badge></p>
    </PortalPage>
  )
}
