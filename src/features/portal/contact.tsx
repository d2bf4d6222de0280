/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Authority } from '#store/tables/authority.table.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import { hrefAt } from './chosen-authority.ts'
import { telHref } from './words.ts'

/** A telephone number that a phone dials. */
export function Phone({ number }: { number: string }) {
  return <a class="zx-phone" href={telHref(number)}>{number}</a>
}

function Line({ children, note }: { children: unknown; note?: string }) {
  return <><b>{children}</b>{note !== undefined && <p class="zx-meta">{note}</p>}</>
}

/** 找我们: the four ways to one authority. */
export function Contact({ of }: { of: Authority }) {
  return (
    <DefinitionList
      big
      items={[
        { term: '咨询电话', value: <Line note={`工作日 ${of.officeHours.replace(/^工作日\s*/u, '')}`}><Phone number={of.consultPhone} /></Line> },
        { term: '监督电话', value: <Line note="对办理不满意，打这个电话"><Phone number={of.supervisePhone} /></Line> },
        { term: '举报投诉', value: <Line note="对公开工作有意见，打这个电话"><Phone number={of.complaintPhone} /></Line> },
        { term: '服务窗口', value: <>{of.address}<p class="zx-meta">邮编{of.postcode}，信封请写“政府信息公开申请”</p><p class="zx-meta">窗口{of.officeHours}开</p></> },
      ]}
    />
  )
}

/** The other authorities of this installation. */
export function Branches({ of, path = '/' }: { of: readonly Authority[]; path?: '/' | '/guide' }) {
  return (
    <DefinitionList
      big
      items={of.map((one) => ({
        term: one.name,
        value: (
          <>
            <p><a href={hrefAt(path, one)}>看{one.shortName}的{path === '/' ? '首页' : '公开指南'}</a></p>
            <span class="zx-links"><span>咨询 <Phone number={one.consultPhone} /></span><span>监督 <Phone number={one.supervisePhone} /></span><span>举报投诉 <Phone number={one.complaintPhone} /></span></span>
            <p class="zx-meta">{one.officeName}，{one.address}，邮编{one.postcode}，办公时间{one.officeHours}</p>
          </>
        ),
      }))}
    />
  )
}

/** Everything 条例第十二条 wants of a disclosure office, for one authority. */
export function OfficeCard({ of }: { of: Authority }) {
  return (
    <Panel title={of.name} level={3}>
      <DefinitionList
        items={[
          { term: '公开机构', value: of.officeName },
          { term: '地址', value: `${of.address}，邮编${of.postcode}` },
          { term: '办公时间', value: of.officeHours },
          { term: '咨询电话', value: <Phone number={of.consultPhone} /> },
          { term: '监督电话', value: <Phone number={of.supervisePhone} /> },
          { term: '举报投诉', value: <Phone number={of.complaintPhone} /> },
          { term: '传真', value: of.fax ?? '没有开通' },
          { term: '互联网', value: <a href={hrefAt('/apply/who', of)}>在本网站申请</a> },
          { term: '复议机关', value: of.reconsiderationAuthority },
          { term: '法院', value: of.court },
        ]}
      />
    </Panel>
  )
}
