/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { APPLICANT_KINDS, DOCUMENT_TYPES, FORMS, WAYS, type ApplicantKind, type DocumentType, type Form, type Way } from '#case/words.ts'
import { formatDate } from '#law/civil-date.ts'
import type { Personal } from '#store/applicant.ts'
import type { ApplicationRow } from '#store/application.ts'
import type { CaseRow } from '#store/case-store.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button } from '#ui/button.tsx'
import { Document } from '#ui/head.tsx'
import { KeyHint } from '#ui/key-hint.tsx'

interface OralForm {
  readonly authority: Authority
  readonly row: CaseRow
  readonly asked: ApplicationRow
  readonly applicantName: string
  readonly documentType: string
  /** Null after it has been erased. */
  readonly personal: Personal | null
  readonly clerk: string
}

/** 政府信息公开申请表 as the clerk wrote it down, one sheet A4 with a line to sign. */
export function OralFormPage({ authority, row, asked, applicantName, documentType, personal, clerk }: OralForm) {
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['申请编号', row.number],
    ['申请人', `${applicantName}（${APPLICANT_KINDS[row.applicantKind as ApplicantKind] ?? ''}）`],
    [DOCUMENT_TYPES[documentType as DocumentType] ?? '证件号码', personal?.documentNumber],
    ['联系人', personal?.contactName],
    ['代理人', personal?.agent && `${personal.agent.name}，${DOCUMENT_TYPES[personal.agent.documentType]}${personal.agent.documentNumber}，电话${personal.agent.phone}`],
    ['电话', personal?.phone],
    ['通信地址', personal?.address && [personal.address, personal.postcode].filter(Boolean).join('，邮编')],
    ['电子邮箱', personal?.email],
    ['需要的信息', asked.description],
    ['文号', asked.documentRef],
    ['怎么给', `${FORMS[asked.form as Form] ?? asked.form}，${WAYS[asked.delivery as Way] ?? asked.delivery}`],
    ['口头申请日', formatDate(row.receivedOn)],
  ]
  return (
    <Document title={`申请书 ${row.number} · 知悉`} bodyClass="zx zx-portal" frame="portal">
      <main id="main" class="zx-wrap zx-narrow zx-sheet-form" tabindex={-1}>
        <nav class="zx-buttons no-print" aria-label="录入">
          <button class="btn zx-btn-primary zx-needs-script" type="button" data-action="print" data-key="p" autofocus><span>打印申请书</span><KeyHint keys="P" /></button>
          <Button href={`/desk/intake/receipt/${row.number}`}>回执</Button>
          <Button href={`/desk/cases/${row.number}`}>看案件，签字后传扫描件</Button>
          <Button href="/desk/intake" keys="N">再录一份</Button>
          <noscript><span class="zx-meta">打印用浏览器的打印功能（Ctrl加P）。</span></noscript>
        </nav>
        <h1>政府信息公开申请表</h1>
        <p>向{authority.name}提出</p>
        <table class="zx-form-table">
          <caption class="zx-sr">申请内容</caption>
          <tbody>{rows.flatMap(([term, value]) => (value ? [<tr><th scope="row">{term}</th><td>{value}</td></tr>] : []))}</tbody>
        </table>
        <p class="zx-sign-text">以上内容由{authority.officeName}按申请人口述代为填写（条例第二十九条第一款），已经读给申请人听，和申请人说的一致。</p>
        <div class="zx-sign-lines">
          <p>申请人签字或者按指印：<span class="zx-sign-line" />　　　　年　　月　　日</p>
          <p>代填人：{clerk}<span class="zx-sign-line" /></p>
        </div>
      </main>
    </Document>
  )
}
