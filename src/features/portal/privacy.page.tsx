/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { Phone } from './contact.tsx'

/** 隐私说明: what is asked, why, how it is kept, and which cookies there are. */
export function PrivacyPage({ main }: { main: Authority }) {
  return (
    <>
      <h1>隐私说明</h1>
      <p class="zx-lede">只收办这件事要用的，用完为止。</p>
      <Section title="收哪些，为什么">
        <DefinitionList
          big
          items={[
            { term: '姓名、证件号码', value: <>申请要写明申请人和身份证明。<Cite of={art('711', 29, 2, 1)} form="full" block /></> },
            { term: '身份证明的照片', value: '可以不传。传了只用来核对身份；代别人申请的，用来核对委托。' },
            { term: '代理人', value: '代别人申请的，代理人的姓名、证件号码和电话，用来核对委托、联系。' },
            { term: '联系方式', value: '补正、送达答复时联系您。电话、邮箱、地址写一样就行。' },
            { term: '申请的内容', value: '用来查找和答复。征求别的单位意见时会给他们看，所以请不要在描述里写证件号码、电话。' },
            { term: '网络地址', value: '只用来限制提交的次数，防止有人乱试查询码。' },
          ]}
        />
      </Section>
      <Section title="怎么保管">
        <div class="zx-prose">
          <p>证件号码、电话、邮箱、地址、代理人的信息和传的文件加密存放，工作人员平时只看得到前两位和后两位。要看全的，须写明理由，系统会记下谁、什么时候、为什么看。</p>
          <p>没有提交的草稿和传的文件也加密存放，30天没有动就删去。提交以后草稿当时就删去，文件归入案卷，随案卷保管期满一起删去。续写码我们只存校验值。</p>
          <p>查询码只在回执上告诉您，系统里长期只存它的校验值，工作人员看不到。</p>
          <p>不用您的信息做别的，不卖，不给广告。</p>
        </div>
      </Section>
      <Section title="浏览器里存什么">
        <DefinitionList
          items={[
            { term: '防冒名提交', value: '一个随机数，关闭浏览器就没了' },
            { term: '草稿', value: '一个随机数，用它找到您的草稿，30天' },
            { term: '续写码', value: '加密的续写码，用来再看一次、打印，30分钟' },
            { term: '回执', value: '加密的编号和查询码，用来再看一次回执，30分钟' },
            { term: '查询进度', value: '加密的编号，不用每一页都输查询码，2小时' },
            { term: '机关', value: '您看的是哪个机关的页面，30天' },
            { term: '字号', value: '您选的字号，一年' },
          ]}
        />
        <p class="zx-prose">没有统计和广告用的。用公用电脑的，办完请关闭浏览器；草稿可以在申请页上删去。</p>
      </Section>
      <Section title="要看、要改、要删">
        <p class="zx-prose">打咨询电话 <Phone number={main.consultPhone} />，或者写信到{main.address}（邮编{main.postcode}）{main.officeName}。</p>
      </Section>
    </>
  )
}
