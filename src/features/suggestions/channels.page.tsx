/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { Phone } from '#features/portal/index.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { Section } from '#ui/portal-parts.tsx'

/** Where to go with what is no request for information (条例第三十九条). */
export function ChannelsPage({ of }: { of: Authority }) {
  return (
    <>
      <h1>不是要信息的，这样办更快</h1>
      <p class="zx-lede">政府信息公开给您的是{of.name}已经做好、存着的信息。下面几种事走别的渠道，有人专门办。</p>
      <Section id="consultation" title="咨询">
        <p class="zx-prose">怎么办、要带什么、多少钱、去哪里：打<Phone number={of.consultPhone} />，{of.officeHours}有人接；或者到{of.address}当面问。</p>
      </Section>
      <Section id="complaint" title="投诉、举报、信访">
        <p class="zx-prose">要求处理某个人、某件事，反映问题：打<Phone number={of.complaintPhone} />。对政府信息公开工作本身不满意的，打监督电话<Phone number={of.supervisePhone} />。</p>
        <p class="zx-prose">以申请的形式投诉、举报、信访的，机关会告诉您不作为政府信息公开申请处理。想知道处理到哪一步、结果是什么文件的，可以申请公开那份文件。</p>
        <p><Cite of={art('711', 39, 1)} form="full" /></p>
      </Section>
      <Section id="certificate" title="开证明、作认定">
        <p class="zx-prose">户籍、身份、无犯罪记录这类证明，到办事窗口或者派出所开。要带什么，先打<Phone number={of.consultPhone} />问。对处罚、认定不服的，按文书上写的办法申请复议或者起诉。</p>
      </Section>
      <Section id="publication" title="公报、报刊、书籍">
        <p class="zx-prose">公开出版的，到公共图书馆、国家档案馆、政务服务场所看，或者向出版单位要。不知道在哪里的，打<Phone number={of.consultPhone} />。</p>
        <p><Cite of={[art('711', 39, 2), art('711', 25)]} form="full" /></p>
      </Section>
      <Section id="still" title="还是要申请">
        <p class="zx-prose">拿不准的，照样可以申请，我们会按您写的内容答复，不会因为写法不收。</p>
        <Buttons><Button kind="primary" href="/apply">回到申请</Button></Buttons>
      </Section>
    </>
  )
}
