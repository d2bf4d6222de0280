/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { art, type Citation } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { valueAt } from '#law/parameter.ts'
import { LITIGATION_LIMIT, RECONSIDERATION_LIMIT } from '#law/remedies/remedy-parameters.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { CheckList } from '#ui/lists.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { AuthoritySwitch } from './authority-switch.tsx'
import { ChannelTable } from './channels.tsx'
import type { Authorities } from './chosen-authority.ts'
import { Branches, OfficeCard, Phone } from './contact.tsx'
import { ANSWERS, LIMITS, MUST_WRITE } from './guide-text.ts'
import { HowLong } from './how-long.tsx'

function Chapter({ id, title, cite, children }: { id: string; title: string; cite?: Citation | readonly Citation[]; children: Child }) {
  return <Section id={id} title={title}>{children}{cite !== undefined && <p><Cite of={cite} form="full" /></p>}</Section>
}

const CONTENTS = [
  ['office', '公开机构'], ['published', '已经公开的'], ['channels', '怎么申请'], ['write', '申请要写什么'], ['help', '自己写有困难'],
  ['time', '多久答复'], ['answers', '会收到什么答复'], ['limits', '哪些不公开'], ['fees', '收不收费'], ['remedy', '不服怎么办'],
] as const

/** 公开指南 (条例第十二条第二款), for every authority of the installation. */
export function GuidePage({ today, authorities }: { today: CivilDate; authorities: Authorities }) {
  const { chosen: main, all } = authorities
  const others = all.filter(({ id }) => id !== main.id)
  return (
    <>
      <AuthoritySwitch path="/guide" of={authorities} />
      <h1>公开指南</h1>
      <p class="zx-lede">这是{main.name}的公开指南。谁来受理、怎么申请、多久答复、收不收费、不服怎么办，都在这一页。</p>
      <nav class="no-print" aria-label="本页内容"><ul class="zx-contents">{CONTENTS.map(([id, label]) => <li><a href={`#${id}`}>{label}</a></li>)}</ul></nav>
      <Chapter id="office" title="公开机构" cite={art('711', 12, 2)}>
        <OfficeCard of={main} />
      </Chapter>
      {others.length > 0 && <Chapter id="branches" title="其他机关"><Branches of={others} path="/guide" /></Chapter>}
      <Chapter id="published" title="已经公开的，不用申请" cite={[art('711', 13, 2), art('711', 12, 3)]}>
        <div class="zx-prose">
          <p>主动公开的信息按索引、名称、内容概述、生成日期编入公开目录。已经公开的，您直接查看就行，不用申请。</p>
          <p>公开目录还没有放到本网站。要找哪一份，打咨询电话<> <Phone number={main.consultPhone} /></>问，或者到服务窗口查阅。</p>
        </div>
      </Chapter>
      <Chapter id="channels" title="怎么申请" cite={[art('711', 29, 1), art('711', 31)]}>
        <p class="zx-prose">向公开机构提出，下面几种办法都可以。没有列出来的办法没有开通。</p>
        <ChannelTable fax={main.fax} />
        <Buttons><Button kind="primary" href="/apply" iconAfter="chevron">开始申请</Button></Buttons>
      </Chapter>
      <Chapter id="write" title="申请要写什么" cite={art('711', 29, 2)}>
        <CheckList items={MUST_WRITE} />
        <p class="zx-prose">不用写用途，也不用说明为什么要。可以写几样；互不相干的几件事，可能按“一事一申请”分成几件登记。请人代办的，带授权委托书和双方的身份证明。</p>
      </Chapter>
      <Chapter id="help" title="自己写有困难，可以这样办" cite={[art('711', 29, 1), art('711', 43)]}>
        <div class="zx-prose">
          <p>书写确有困难的，可以口头提出：打<> <Phone number={main.consultPhone} /> </>或者到服务窗口（{main.address}），由工作人员代为填写，念给您听，您确认后当场登记。</p>
          <p>阅读困难或者有视听障碍的，请告诉我们您需要什么帮助，例如大字文书、读给您听、有人陪同办理。</p>
        </div>
      </Chapter>
      <Chapter id="time" title="多久答复"><HowLong today={today} /><p><a href="/calculators">算一算最晚哪天答复</a></p></Chapter>
      <Chapter id="answers" title="会收到什么答复" cite={[art('711', 36), art('711', 37)]}><CheckList items={ANSWERS} /></Chapter>
      <Chapter id="limits" title="哪些不公开，哪些可以不公开" cite={[art('711', 14), art('711', 15), art('711', 16)]}>
        <DefinitionList big items={LIMITS} />
        <p class="zx-prose">一份材料里只有一部分不能公开的，其余部分照样给您。</p>
      </Chapter>
      <Chapter id="fees" title="收不收费" cite={[art('711', 42, 1), art('109', 4), art('109', 5)]}>
        <p class="zx-prose">不收费。只有申请的数量、频次明显超过合理范围的，可以收信息处理费：收以前先给您通知，写明标准、数额和缴纳办法。<a href="/calculators/fee">算一算</a></p>
      </Chapter>
      <Chapter id="remedy" title="不服怎么办" cite={[art('711', 47, 2), art('711', 51), art('reconsideration', 20, 1), art('litigation', 46, 1)]}>
        <div class="zx-prose">
          <p>对答复不服的，可以申请行政复议或者提起行政诉讼。向哪个机关、哪个法院提出，答复书里都写明；从收到答复书起，申请复议是{valueAt(RECONSIDERATION_LIMIT, today)}日，直接起诉是{valueAt(LITIGATION_LIMIT, today)}个月。</p>
          <p>依照第十四条、第十五条、第十六条不予公开的，先申请复议，对复议决定不服再起诉。</p>
          <p>过了最晚答复日没有答复的，打监督电话<> <Phone number={main.supervisePhone} /></>；也可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报。可以先申请行政复议，对复议决定不服的，再提起行政诉讼。</p>
        </div>
      </Chapter>
    </>
  )
}
