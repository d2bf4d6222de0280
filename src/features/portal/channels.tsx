/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { RECEIPT_ARTICLES, type ReceiptChannel } from '#law/disclosure-regulation/art31-receipt.ts'
import { Cite } from '#ui/cite.tsx'

const CHANNELS: ReadonlyArray<{ channel: ReceiptChannel; name: string; how: string; received: string }> = [
  { channel: 'internet', name: '网上', how: '在本网站填写，手机、电脑都可以，全天开放。', received: '提交当时系统自动确认，提交的这天就是收到日。' },
  { channel: 'in_person', name: '当面', how: '办公时间到服务窗口交申请表，带身份证明。', received: '提交的这天。' },
  { channel: 'registered_mail', name: '挂号信、EMS', how: '寄到公开机构的地址，信封写“政府信息公开申请”。', received: '机关签收的这天，谁签收都算。' },
  { channel: 'ordinary_mail', name: '平常信函', how: '同上。请写上电话，收到当天要与您确认。', received: '与您确认的这天；确认应当在收到的当天。' },
  { channel: 'oral', name: '口头', how: '书写确有困难的，打电话或者到窗口说，由工作人员代为填写。', received: '说完填好的这天。' },
]

const FAX = { channel: 'fax', name: '传真', how: '传到', received: '与您确认的这天。请写上电话，收到后打给您。' } as const

/** 申请渠道, each with its receipt date by 条例第三十一条. */
export function ChannelTable({ fax }: { fax: string | null }) {
  return (
    <div class="zx-scroll-x" tabindex={0} role="group" aria-label="申请渠道和收到日">
      <table class="zx-table">
        <caption class="zx-sr">申请渠道和收到日</caption>
        <thead><tr><th scope="col">渠道</th><th scope="col">怎么交</th><th scope="col">哪天算收到</th></tr></thead>
        <tbody>
          {(fax === null ? CHANNELS : [...CHANNELS, { ...FAX, how: `传到${fax}，首页写“政府信息公开申请”。` }]).map(({ channel, name, how, received }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{how}{channel === 'internet' && <> <a href="/apply">现在申请</a></>}</td>
              <td>{received} <Cite of={RECEIPT_ARTICLES[channel]} form="full" /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
