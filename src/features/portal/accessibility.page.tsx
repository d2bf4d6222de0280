/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Cite } from '#ui/cite.tsx'
import { CheckList } from '#ui/lists.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { Phone } from './contact.tsx'

/** 无障碍声明: what works, what does not yet, and who helps. */
export function AccessibilityPage({ main }: { main: Authority }) {
  return (
    <>
      <h1>无障碍声明</h1>
      <p class="zx-lede">谁都能自己办。办不了的，我们帮您办。</p>
      <Section title="可以这样用">
        <CheckList
          items={[
            <>字号有标准、大、特大三档，在每一页的最上面：<a href="/accessibility?size=standard">标准</a>、<a href="/accessibility?size=large">大</a>、<a href="/accessibility?size=xlarge">特大</a></>,
            '只用键盘也能办完：Tab键往下走，Shift加Tab往回走，空格选择，回车打开。每一页开头可以跳到正文',
            '放大到400%不用左右拖动',
            '配合读屏软件：标题、表单、错误、日期都有文字；日格另有逐日的表格',
            '不靠颜色分辨：每种颜色都配有形状和文字',
            '没有限时，没有滑块和图形验证码，浏览器关掉脚本也能办',
          ]}
        />
      </Section>
      <Section title="需要人帮忙">
        <div class="zx-prose">
          <p>打 <Phone number={main.consultPhone} />（{main.officeHours}），或者到{main.address}。书写确有困难的，可以口头申请，由工作人员代为填写。阅读困难或者有视听障碍的，我们提供帮助。</p>
          <p><Cite of={[art('711', 29, 1), art('711', 43)]} form="full" /></p>
        </div>
      </Section>
      <Section title="按什么做的">
        <div class="zx-prose">
          <p>按《网页内容无障碍指南》2.2的AA级制作。PDF文书是给打印用的版式，读屏软件读起来不方便的，请打上面的电话，我们读给您听或者另给您文字。</p>
          <p>哪里用着不方便，也请打这个电话告诉我们。</p>
        </div>
      </Section>
    </>
  )
}
